import { encode } from '../bson/encode';
import { compileUpdate } from '../update/apply';
import { type Action, searchOf } from './action';
import { changer, chosenIds } from './changeOne';

/** `database.modifyAndReturnDoc` (node-sdk `updateAndReturn`): updates the first match and answers it as it is now. */
export const modifyAndReturnDoc: Action = async (situation) => {
  const search = searchOf(situation);
  const change = changer(
    search,
    compileUpdate(situation.parameters.document('data'), { query: search.query }),
  );
  const ids = chosenIds(search, false);
  const [outcome] = await search.session.run(ids.map((id) => () => change(id)));
  if (!outcome || outcome.state === 'missing') return { data: { updated: 0 } };
  return {
    data: { updated: Number(outcome.state === 'changed'), doc: encode(outcome.document) },
  };
};
