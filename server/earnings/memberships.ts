import { earnedBy, periodOf, poolEarnedLines } from '../../shared/ledger/membership';
import { subtract, ZERO, type Fen } from '../../shared/money';
import { holderOf } from '../access/holder';
import type { User } from '../accounts/user';
import type { Changes, Transaction } from '../database';
import { eachDue } from '../eachDue';
import { post } from '../journal/journal';
import type { Order } from '../orders/order';
import { ordersIn } from '../orders/orders';
import type { Ports } from '../ports';
import { dayOf, monthAfter } from '../reconciliation/days';
import type { Swept } from '../sweep';

/** Orders of memberships by their next reckoning. */
export const earningOrders = { collection: 'orders', where: {}, sortBy: 'earnAt', size: 100 };

/** E15: at the end of each month, what was used up of every membership leaves the pool. Safe to repeat. */
export const earnMemberships = (
  ports: Pick<Ports, 'db' | 'ids' | 'clock' | 'log'>,
  now: number,
  deadline: number,
): Promise<Swept> =>
  eachDue<Order>(ports, {
    listing: earningOrders,
    isDue: ({ earnAt = Infinity }) => earnAt <= now,
    settle: ({ _id }) => ports.db.transaction((tx) => earnOne(tx, ports, { orderId: _id, now })),
    deadline,
  });

const earnOne = async (
  tx: Transaction,
  { ids }: Pick<Ports, 'ids'>,
  { orderId, now }: { readonly orderId: string; readonly now: number },
): Promise<void> => {
  const order = await ordersIn(tx).get(orderId);
  if (order?.earnAt === undefined || order.earnAt > now) return;
  const period = await standingPeriod(tx, order);
  const before = order.earned ?? ZERO;
  const earned = usedUp(order, order.earnAt, period);
  const { set, ...rest } = nextReckoning(order, order.earnAt, period);
  await ordersIn(tx).amend(order, { ...rest, set: { ...set, earned } });
  await post(tx, ids, {
    kind: 'membershipEarned',
    key: `${orderId}:${dayOf(order.earnAt)}`,
    orderId,
    at: now,
    lines: poolEarnedLines(subtract(earned, before)),
  });
};

type Period = ReturnType<typeof periodOf>;

/** What was used up by a moment, of what was not paid back; never less than was reckoned before. */
const usedUp = (order: Order, at: number, period: Period): Fen => {
  const before = order.earned ?? ZERO;
  const kept = subtract(order.paid?.amount ?? ZERO, order.returned.pool);
  const by = period ? earnedBy({ kept, ...period }, at) : before;
  return by > before ? by : before;
};

/** Every month, until the membership is over or was paid back. */
const nextReckoning = (order: Order, at: number, period: Period): Changes => {
  const over = order.status === 'refunded' || (period !== undefined && at >= period.until);
  return over ? { unset: ['earnAt'] } : { set: { earnAt: monthAfter(at) } };
};

/** When the membership of an order runs; undefined while nobody holds it or a refund of it is under way. */
const standingPeriod = async (tx: Transaction, order: Order) => {
  const holder = holderOf(order);
  const user = holder === undefined ? undefined : await tx.get<User>('users', holder);
  return user && periodOf(user.rights.membership, order._id);
};
