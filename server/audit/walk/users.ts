import type { User } from '../../accounts/user';
import { many, oneOf } from '../../database';
import type { Order } from '../../orders/order';
import type { Violation } from '../check';
import { auditUser, heldBy } from '../user';
import { MOST, readMany, stageOf, type Ground } from './stage';

/** The orders of these ids, however many; only what they are of. */
const ordersNamed = async (ground: Ground, ids: readonly string[]): Promise<Order[]> => {
  const options = { limit: MOST, fields: ['item'] };
  const pages: Order[][] = [];
  for (let from = 0; from < ids.length; from += MOST) {
    const part = ids.slice(from, from + MOST);
    pages.push(await readMany(ground, many<Order>('orders', { _id: oneOf(part) }, options)));
  }
  return pages.flat();
};

const auditPage = async (ground: Ground, users: readonly User[]): Promise<Violation[]> => {
  const ids = users.flatMap(({ rights }) => heldBy(rights).map(({ orderId }) => orderId));
  const orders = await ordersNamed(ground, ids);
  return users.flatMap((user) => auditUser({ user, orders }, { now: ground.now, quiet: true }));
};

/** Every user with the orders that their rights name. */
export const USERS = stageOf<User>({
  collection: 'users',
  size: 200,
  fields: ['rights'],
  audit: auditPage,
});
