import { type Action, searchOf } from './action';
import { changer, chosenIds } from './changeOne';

/** `database.removeDocument`: one by id, or all that match. */
export const removeDocument: Action = async (situation) => {
  const search = searchOf(situation);
  const remove = changer(search, 'remove');
  const ids = chosenIds(search, situation.parameters.flag('multi'));
  const outcomes = await search.session.run(ids.map((id) => () => remove(id)));
  return { data: { deleted: outcomes.filter(({ state }) => state === 'changed').length } };
};
