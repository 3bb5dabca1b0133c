import { shareableUntil } from '../../shared/ledger/sharing';
import { mature } from '../../shared/ledger/teacher';
import { teacherShareOf } from '../../shared/ledger/sold';
import { subtract, type Fen } from '../../shared/money';
import type { Transaction } from '../database';
import { eachDue } from '../eachDue';
import { post } from '../journal/journal';
import type { Order } from '../orders/order';
import { ordersIn } from '../orders/orders';
import { soldBy } from '../orders/settlePaid';
import type { Ports } from '../ports';
import type { Swept } from '../sweep';
import { purseOf, teacherAccountsIn } from './teacherAccounts';

const DAY_MS = 24 * 60 * 60_000;

/** What of an order is the teacher's, after all approved refunds. */
export const keptShareOf = (order: Order): Fen =>
  subtract(teacherShareOf(soldBy(order)), order.returned.teacher);

/** Orders by the end of their hold. */
export const maturingOrders = { collection: 'orders', where: {}, sortBy: 'maturesAt', size: 100 };

/** E3 for every order whose hold is over by `now`. Safe to repeat and to cut off anywhere. */
export const matureEarnings = (
  ports: Pick<Ports, 'db' | 'ids' | 'clock' | 'log'>,
  now: number,
  deadline: number,
): Promise<Swept> =>
  eachDue<Order>(ports, {
    listing: maturingOrders,
    isDue: ({ maturesAt = Infinity }) => maturesAt <= now,
    settle: ({ _id }) => ports.db.transaction((tx) => matureOne(tx, ports, { orderId: _id, now })),
    deadline,
  });

const matureOne = async (
  tx: Transaction,
  { ids }: Pick<Ports, 'ids'>,
  { orderId, now }: { readonly orderId: string; readonly now: number },
): Promise<void> => {
  const order = await ordersIn(tx).get(orderId);
  if (!order || order.matured || order.maturesAt === undefined || order.maturesAt > now) return;
  if (awaitsDecision(order)) {
    await ordersIn(tx).amend(order, { set: { maturesAt: now + DAY_MS } });
    return;
  }
  const amount = keptShareOf(order);
  const matured = { at: now, amount };
  const set = { matured, ...(amount > 0 && shareable(order)) };
  await ordersIn(tx).amend(order, { set, unset: ['maturesAt'] });
  if (amount === 0) return;
  const accounts = teacherAccountsIn(tx);
  const account = await accounts.get(order.teacherId);
  const { purse, lines } = mature(purseOf(account), amount);
  await accounts.keep(account, purse);
  await post(tx, ids, { kind: 'matured', orderId, at: now, lines });
};

/** An order of which nobody ever wanted money back can be shared, once its share is the teacher's. */
const shareable = ({ sharePercent, refundRequests, paid }: Order) =>
  sharePercent !== undefined && refundRequests.length === 0 && paid
    ? { shareableUntil: shareableUntil(paid.at) }
    : {};

/** Whether a buyer has asked for money back and nobody has decided yet: until then it stays held back. */
const awaitsDecision = ({ reserved, returned }: Order): boolean => reserved > returned.amount;
