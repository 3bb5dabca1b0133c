import { UNFINISHED_STATUSES } from '../../shared/orders/machine';
import { one, oneOf, type Database, type Read } from '../database';
import type { Order } from './order';

/** The read of some order of a user that something is still to happen to. */
export const unfinishedOrderOf = (userId: string): Read<Order, false> =>
  one<Order>('orders', { userId, status: oneOf(UNFINISHED_STATUSES) });

/** The read of some such order that a user brought the buyer of, so that a commission may still become theirs. */
export const unfinishedOrderBroughtBy = (affiliateId: string): Read<Order, false> =>
  one<Order>('orders', { 'affiliate.userId': affiliateId, status: oneOf(UNFINISHED_STATUSES) });

/** Changes what a user is called on their orders, which stay for as long as trade records must. */
export const renameBuyer = (db: Database, userId: string, buyer: string): Promise<number> =>
  db.collection<Order>('orders').updateAll({ userId }, { set: { buyer } });
