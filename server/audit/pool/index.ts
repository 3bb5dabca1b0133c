import type { Pool } from '../../pools/pool';
import { differs, examine, unless, type Check, type Moment, type Violation } from '../check';

/** What is wrong with a pool by itself. */
export const findInPool = ({ cap, taken, holders }: Pool): string[] => [
  ...differs('what is taken', { is: taken, wanted: holders.length }),
  ...unless(taken <= cap, `${taken} of ${cap} are taken`),
  ...unless(new Set(holders).size === holders.length, 'somebody holds two by one token'),
];

const STOCK_CHECKS: readonly Check<Pool>[] = [{ id: 'INV14', find: findInPool }];

/** Everything that is wrong with the stock of a coupon. */
export const auditPool = (pool: Pool, moment: Moment): Violation[] =>
  examine(STOCK_CHECKS, { subject: pool._id, caseFile: pool, moment });
