import type { Document, Value } from '../bson/value';
import type { Search } from '../find/candidates';
import { compileUpdate, type DocumentChange, replacement } from '../update/apply';
import { type Action, searchOf } from './action';
import { changer, chosenIds } from './changeOne';
import { insertMissing } from './upsert';

interface Modified {
  updated: number;
  upsert_id: Value;
}

interface Modification {
  data: Document;
  merge: boolean;
  multi: boolean;
}

function changeFor({ data, merge }: Modification, { query }: Search): DocumentChange {
  return merge ? compileUpdate(data, { query }) : replacement(data);
}

async function modify(search: Search, modification: Modification): Promise<Modified> {
  const change = changer(search, changeFor(modification, search));
  const ids = chosenIds(search, modification.multi);
  const outcomes = await search.session.run(ids.map((id) => () => change(id)));
  const updated = outcomes.filter(({ state }) => state === 'changed').length;
  return { updated, upsert_id: null };
}

/** Changing or inserting is one unit: nobody can come between the look and the insert. */
async function modifyOrInsert(search: Search, modification: Modification): Promise<Modified> {
  const change = changer(search, changeFor(modification, search));
  const unit = (): Modified => {
    const outcomes = chosenIds(search, modification.multi).map((id) => change(id));
    const found = outcomes.filter(({ state }) => state !== 'missing');
    if (found.length === 0) {
      return {
        updated: 0,
        upsert_id: insertMissing(search, modification.data, modification.merge),
      };
    }
    return { updated: found.filter(({ state }) => state === 'changed').length, upsert_id: null };
  };
  const [modified] = await search.session.run([unit]);
  return modified ?? { updated: 0, upsert_id: null };
}

/** `database.modifyDocument`: update by operators or replacement, of one or many, with or without upsert. */
export const modifyDocument: Action = async (situation) => {
  const { parameters } = situation;
  const modification = {
    data: parameters.document('data'),
    merge: parameters.flag('merge'),
    multi: parameters.flag('multi'),
  };
  const run = parameters.flag('upsert') ? modifyOrInsert : modify;
  return { data: await run(searchOf(situation), modification) };
};
