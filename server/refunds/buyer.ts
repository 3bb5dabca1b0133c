import { refundMachine } from '../../shared/refunds/machine';
import { one, oneOf, type Database, type Read } from '../database';
import type { Refund } from './refund';

const UNDER_WAY = refundMachine.states.filter((status) => !refundMachine.isFinal(status));

/** The read of some refund of a user that is under way. */
export const refundUnderWayOf = (userId: string): Read<Refund, false> =>
  one<Refund>('refunds', { userId, status: oneOf(UNDER_WAY) });

/** Changes what a user is called on their refunds. */
export const renameRefunded = (db: Database, userId: string, buyer: string): Promise<number> =>
  db.collection<Refund>('refunds').updateAll({ userId }, { set: { buyer } });
