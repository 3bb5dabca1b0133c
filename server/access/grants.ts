import type { Segment, Source, SourceState } from '../../shared/access/rights';
import { standingSources } from '../../shared/access/rights';
import type { User } from '../accounts/user';
import type { Changes, Transaction } from '../database';
import type { Order } from '../orders/order';
import { holderOf } from './holder';

/** Where on a user what an order gave is kept. */
const pathOf = ({ _id, item }: Order): string =>
  item.kind === 'course' ? `rights.courses.${item.id}.${_id}` : `rights.membership.${_id}`;

/** Changes the rights of whoever has what an order bought; a gift that waits is nobody's. */
const change = async (tx: Transaction, order: Order, changes: Changes): Promise<boolean> => {
  const holder = holderOf(order);
  return holder === undefined ? false : tx.update('users', holder, changes);
};

/** Gives what the order bought to whom it is for; giving it again changes nothing. */
export const grant = (tx: Transaction, order: Order, at: number): Promise<boolean> => {
  const right: Source | Segment = {
    state: 'granted',
    at,
    ...(order.item.kind === 'membership' && { days: order.days ?? 0 }),
  };
  return change(tx, order, { set: { [pathOf(order)]: right } });
};

/** Suspends, revokes or gives back what this order gave, and nothing that another order gave. */
export const setGrant = (tx: Transaction, order: Order, state: SourceState): Promise<boolean> =>
  change(tx, order, { set: { [`${pathOf(order)}.state`]: state } });

/** Whether its holder owns the item by another order already; memberships add up, so they never do. */
export const ownedOtherwise = async (tx: Transaction, order: Order): Promise<boolean> => {
  const holder = holderOf(order);
  if (holder === undefined) return false;
  const user = await tx.get<User>('users', holder);
  if (!user) throw new Error(`order ${order._id} is for nobody`);
  if (order.item.kind !== 'course') return false;
  return standingSources(user.rights, order.item.id).some((orderId) => orderId !== order._id);
};
