import type { Clock } from '../../clock';
import type { Examined, Search } from '../find/candidates';
import type { Catalogue } from '../store/catalogue';
import type { Session } from '../transaction/session';
import type { Transactions } from '../transaction/transactions';
import type { Parameters } from './parameters';

/** The fields of an answer besides `requestId`. */
export type Answer = Record<string, unknown>;

/** What an action works with. */
export interface Situation {
  parameters: Parameters;
  /** The transaction named by the request, or the plain view. */
  session: Session;
  catalogue: Catalogue;
  transactions: Transactions;
  clock: Clock;
  examined: Examined;
  maxResultBytes: number;
}

/** Answers one `database.*` action. */
export type Action = (situation: Situation) => Answer | Promise<Answer>;

/** The search that `collectionName` and `query` describe. */
export function searchOf({ parameters, session, catalogue, examined }: Situation): Search {
  const collection = catalogue.get(parameters.text('collectionName'));
  return { session, collection, examined, query: parameters.document('query') };
}
