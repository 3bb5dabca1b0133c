import type { Line } from '../../shared/ledger/accounts';
import { shareableUntil } from '../../shared/ledger/sharing';
import { mature } from '../../shared/ledger/earner';
import { commissionOf, teacherShareOf } from '../../shared/ledger/sold';
import { subtract, type Fen } from '../../shared/money';
import type { Transaction } from '../database';
import { eachDue } from '../eachDue';
import { post } from '../journal/journal';
import type { Order } from '../orders/order';
import { ordersIn } from '../orders/orders';
import { soldBy } from '../orders/settlePaid';
import type { Ids, Ports } from '../ports';
import type { Swept } from '../sweep';
import { purseOf, earnerAccountsIn } from './earnerAccounts';

const DAY_MS = 24 * 60 * 60_000;

/** What of an order is the teacher's, after all approved refunds. */
export const keptShareOf = (order: Order): Fen =>
  subtract(teacherShareOf(soldBy(order)), order.returned.teacher);

/** What of an order is the affiliate's, after all approved refunds. */
export const keptCommissionOf = (order: Order): Fen =>
  subtract(commissionOf(soldBy(order)), order.returned.affiliate);

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
  await endHold(tx, ids, { order, now });
};

/** Moves what is left of each share to where it can be paid out. */
const endHold = async (
  tx: Transaction,
  ids: Ids,
  { order, now }: { readonly order: Order; readonly now: number },
): Promise<void> => {
  const { _id: orderId, teacherId, affiliate } = order;
  const [amount, commission] = [keptShareOf(order), keptCommissionOf(order)];
  const matured = { at: now, amount, ...(affiliate && { commission }) };
  const set = { matured, ...(amount > 0 && shareable(order)) };
  await ordersIn(tx).amend(order, { set, unset: ['maturesAt'] });
  const lines = [
    ...(await matureFor(tx, teacherId, amount)),
    ...(await matureFor(tx, affiliate?.userId, commission)),
  ];
  await post(tx, ids, { kind: 'matured', orderId, at: now, lines });
};

/** Moves a share into its earner's account. Gives the lines for the journal; none where there is no share. */
const matureFor = async (
  tx: Transaction,
  earnerId: string | undefined,
  amount: Fen,
): Promise<Line[]> => {
  if (earnerId === undefined || amount === 0) return [];
  const accounts = earnerAccountsIn(tx);
  const account = await accounts.get(earnerId);
  const { purse, lines } = mature(purseOf(account), amount);
  await accounts.keep(account, purse);
  return lines;
};

/** An order of which nobody ever wanted money back can be shared, once its share is the teacher's. */
const shareable = ({ sharePercent, refundRequests, paid }: Order) =>
  sharePercent !== undefined && refundRequests.length === 0 && paid
    ? { shareableUntil: shareableUntil(paid.at) }
    : {};

/** Whether a buyer has asked for money back and nobody has decided yet: until then it stays held back. */
const awaitsDecision = ({ reserved, returned }: Order): boolean => reserved > returned.amount;
