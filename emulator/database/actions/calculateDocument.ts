import { count } from '../find/find';
import { type Action, searchOf } from './action';

/** `database.calculateDocument`: how many documents match. */
export const calculateDocument: Action = (situation) => ({
  data: { total: count(searchOf(situation)) },
});
