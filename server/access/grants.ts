import type { Segment, Source, SourceState } from '../../shared/access/rights';
import { standingSources } from '../../shared/access/rights';
import type { User } from '../accounts/user';
import type { Transaction } from '../database';
import type { Order } from '../orders/order';

/** Where on a user what an order gave is kept. */
const pathOf = ({ _id, item }: Order): string =>
  item.kind === 'course' ? `rights.courses.${item.id}.${_id}` : `rights.membership.${_id}`;

/** Gives the buyer what the order bought; giving it again changes nothing. */
export const grant = (tx: Transaction, order: Order, paidAt: number): Promise<boolean> => {
  const right: Source | Segment = {
    state: 'granted',
    at: paidAt,
    ...(order.item.kind === 'membership' && { days: order.days ?? 0 }),
  };
  return tx.update('users', order.userId, { set: { [pathOf(order)]: right } });
};

/** Suspends, revokes or gives back what this order gave, and nothing that another order gave. */
export const setGrant = (tx: Transaction, order: Order, state: SourceState): Promise<boolean> =>
  tx.update('users', order.userId, { set: { [`${pathOf(order)}.state`]: state } });

/** Whether the buyer owns the item by another order already; memberships add up, so they never do. */
export const ownedOtherwise = async (tx: Transaction, order: Order): Promise<boolean> => {
  const user = await tx.get<User>('users', order.userId);
  if (!user) throw new Error(`order ${order._id} has no buyer`);
  if (order.item.kind !== 'course') return false;
  return standingSources(user.rights, order.item.id).some((orderId) => orderId !== order._id);
};
