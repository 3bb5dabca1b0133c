import type { Run } from '../../shared/access/rights';
import { divide, earnedBy, periodOf, poolEarnedLines } from '../../shared/ledger/membership';
import { subtract, ZERO, type Fen } from '../../shared/money';
import { holderOf } from '../access/holder';
import type { User } from '../accounts/user';
import type { Transaction } from '../database';
import { eachDue } from '../eachDue';
import { entryId, post } from '../journal/journal';
import type { Dividing, Order } from '../orders/order';
import { ordersIn } from '../orders/orders';
import type { Ports } from '../ports';
import { dayOf, monthAfter } from '../reconciliation/days';
import type { Swept } from '../sweep';
import { creditNext, laterAt, toCredit } from './crediting';
import { studiedIn } from './studied';

type Ground = Pick<Ports, 'db' | 'ids' | 'clock' | 'log'>;

/** Orders of memberships by their next reckoning. */
export const earningOrders = { collection: 'orders', where: {}, sortBy: 'earnAt', size: 100 };

/**
 * E15: at the end of each month, what was used up of every membership leaves the pool and is divided among the teachers
 * its member studied with. Safe to repeat and to cut off anywhere.
 */
export const earnMemberships = (ports: Ground, now: number, deadline: number): Promise<Swept> =>
  eachDue<Order>(ports, {
    listing: earningOrders,
    isDue: ({ earnAt = Infinity }) => earnAt <= now,
    settle: ({ _id }) => settle(ports, { orderId: _id, now, deadline }),
    deadline,
  });

type Due = { readonly orderId: string; readonly now: number; readonly deadline: number };

/** Step by step, each in a transaction of its own, until nothing is left or the time is over. */
const settle = async (ports: Ground, due: Due): Promise<void> => {
  let goesOn = true;
  while (goesOn && ports.clock.now() <= due.deadline) {
    goesOn = await ports.db.transaction((tx) => takeStep(tx, ports, due));
  }
};

/** Reckons a period, or credits the next teacher of one that was reckoned; whether teachers are still to be credited. */
const takeStep = async (
  tx: Transaction,
  { ids }: Pick<Ports, 'ids'>,
  { orderId, now }: Due,
): Promise<boolean> => {
  const order = await ordersIn(tx).get(orderId);
  if (order?.earnAt === undefined || order.earnAt > now) return false;
  const { earnAt, dividing } = order;
  return dividing
    ? creditNext(tx, ids, { order, dividing, now })
    : reckon(tx, ids, { order, earnAt, now });
};

type Reckoning = { readonly order: Order; readonly earnAt: number; readonly now: number };

/** Reckons a period; whether there are teachers to be credited for it. */
const reckon = async (
  tx: Transaction,
  ids: Ports['ids'],
  reckoning: Reckoning,
): Promise<boolean> => {
  const { order, earnAt } = reckoning;
  const period = await standingPeriod(tx, order);
  const earned = usedUp(order, earnAt, period);
  const nextAt = nextReckoning(order, earnAt, period);
  if (earned > (order.earned ?? ZERO)) {
    return divideUsedUp(tx, ids, { ...reckoning, earned, nextAt });
  }
  // Nothing leaves the pool, so the period goes on until something does.
  await ordersIn(tx).amend(order, laterAt(nextAt));
  return false;
};

type UsedUp = Reckoning & { readonly earned: Fen; readonly nextAt: number | undefined };

/** Takes what was used up out of the pool and writes down who gets how much of it; whether any teacher does. */
const divideUsedUp = async (
  tx: Transaction,
  ids: Ports['ids'],
  { order, earnAt, now, earned, nextAt }: UsedUp,
): Promise<boolean> => {
  const from = order.dividedUntil ?? order.paid?.at ?? earnAt;
  const studied = await studiedIn(tx, order._id, { from, until: earnAt });
  const amount = subtract(earned, order.earned ?? ZERO);
  const division = divide({ amount, teacherShare: order.teacherShare, studied });
  const key = `${order._id}:${dayOf(earnAt)}`;
  const goesOn = toCredit(division).length > 0;
  const { set, ...rest } = goesOn
    ? { set: { dividing: begun(entryId(ids, 'membershipEarned', key), nextAt) } }
    : laterAt(nextAt);
  await ordersIn(tx).amend(order, { ...rest, set: { ...set, earned, dividedUntil: earnAt } });
  await post(tx, ids, {
    kind: 'membershipEarned',
    key,
    orderId: order._id,
    at: now,
    lines: poolEarnedLines(division),
    division: { from, until: earnAt, parts: division.parts },
  });
  return goesOn;
};

const begun = (entry: string, nextAt: number | undefined): Dividing => ({
  entryId: entry,
  credited: 0,
  ...(nextAt !== undefined && { nextAt }),
});

/** What was used up by a moment, of what was not paid back; never less than was reckoned before. */
const usedUp = (order: Order, at: number, period: Run | undefined): Fen => {
  const before = order.earned ?? ZERO;
  const kept = subtract(order.paid?.amount ?? ZERO, order.returned.pool);
  const by = period ? earnedBy({ kept, ...period }, at) : before;
  return by > before ? by : before;
};

/** Every month, until the membership is over or was paid back. */
const nextReckoning = (order: Order, at: number, period: Run | undefined): number | undefined => {
  const over = order.status === 'refunded' || (period !== undefined && at >= period.until);
  return over ? undefined : monthAfter(at);
};

/** When the membership of an order runs; undefined while nobody holds it or a refund of it is under way. */
const standingPeriod = async (tx: Transaction, order: Order): Promise<Run | undefined> => {
  const holder = holderOf(order);
  const user = holder === undefined ? undefined : await tx.get<User>('users', holder);
  return user && periodOf(user.rights.membership, order._id);
};
