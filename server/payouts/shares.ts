import { takenUpTo, shareableOf } from '../../shared/ledger/sharing';
import { add, ZERO, type Fen } from '../../shared/money';
import { above, many, type Database, type Read, type Transaction } from '../database';
import { keptShareOf } from '../earnings/maturing';
import type { EarnerAccount } from '../earnings/earnerAccounts';
import type { Order } from '../orders/order';
import { ordersBy, ordersIn } from '../orders/orders';
import type { Share } from './payout';

/** A payout is made out of so many orders at most: each is one question to WeChat Pay, and all are in one transaction. */
const MOST_ORDERS = 20;

/** The read of an earner's orders that can be shared now, those first whose time ends first. */
const shareableBy = (earnerId: string, now: number): Read<Order, true> =>
  many<Order>(
    'orders',
    { teacherId: earnerId, shareableUntil: above(now) },
    { orderBy: [['shareableUntil', 'asc']], limit: MOST_ORDERS },
  );

/** The orders that a payout to an earner by 分账 would be made out of now. */
export const ordersToShare = async (
  db: Pick<Database, 'together'>,
  earnerId: string,
  now: number,
): Promise<readonly Order[]> => (await db.together({ orders: shareableBy(earnerId, now) })).orders;

/** What of each order can be paid out to its earner, so that together it is no more than they have available. */
const portionsOf = (orders: readonly Order[], available: Fen): readonly Fen[] =>
  takenUpTo(
    orders.map((order) =>
      shareableOf(keptShareOf(order), {
        paid: order.paid?.amount ?? ZERO,
        percent: order.sharePercent ?? 0,
      }),
    ),
    available,
  );

/** Fen that can be paid out of orders at once to this account; nothing where it is not paid by 分账. */
export const shareableSum = async (
  db: Pick<Database, 'together'>,
  { _id, payee, available }: EarnerAccount,
  now: number,
): Promise<Fen> =>
  payee?.method === 'sharing'
    ? add(...portionsOf(await ordersToShare(db, _id, now), available))
    : ZERO;

type Taking = {
  readonly payoutId: string;
  readonly account: EarnerAccount;
  readonly orderIds: readonly string[];
  readonly now: number;
};

/** What of the orders found before is still there to be shared, as read in the transaction that would take it. */
export const sharesIn = async (tx: Transaction, taking: Taking): Promise<readonly Share[]> => {
  const { payoutId, account, orderIds, now } = taking;
  const orders: Order[] = [];
  for (const orderId of orderIds) {
    const order = await ordersIn(tx).get(orderId);
    if (order && isFree(order, account, now)) orders.push(order);
  }
  const portions = portionsOf(orders, account.available);
  return orders.flatMap((order, index) =>
    shareOut(order, { number: `${payoutId}S${index + 1}`, amount: portions[index] ?? ZERO }),
  );
};

const isFree = (order: Order, { _id }: EarnerAccount, now: number): boolean =>
  order.teacherId === _id && order.sharedBy === undefined && (order.shareableUntil ?? 0) > now;

const shareOut = (
  { _id, paid, shareableUntil = 0 }: Order,
  { number, amount }: { number: string; amount: Fen },
): Share[] =>
  paid && amount > 0
    ? [
        {
          number,
          orderId: _id,
          transactionId: paid.transactionId,
          amount,
          until: shareableUntil,
        },
      ]
    : [];

/** Gives orders to a payout, in the transaction that read them: nobody else shares them from now on. */
export const takeOrders = async (
  tx: Transaction,
  payoutId: string,
  shares: readonly Share[],
): Promise<void> => {
  for (const { orderId } of shares) {
    await tx.update('orders', orderId, {
      set: { sharedBy: payoutId },
      unset: ['shareableUntil'],
    });
  }
};

/** Lets the orders of a payout go that was never sent; what was asked back meanwhile is not shared again. */
export const releaseOrders = async (tx: Transaction, shares: readonly Share[]): Promise<void> => {
  for (const { orderId, until } of shares) {
    const order = await ordersIn(tx).get(orderId);
    if (!order) continue;
    const again = order.refundRequests.length === 0;
    await ordersIn(tx).amend(order, {
      ...(again && { set: { shareableUntil: until } }),
      unset: ['sharedBy'],
    });
  }
};

/** Why a payout that was agreed to can no longer be made out of its orders; undefined while it can. */
export const whyNotShared = async (
  db: Pick<Database, 'together'>,
  shares: readonly Share[],
  now: number,
): Promise<string | undefined> => {
  if (shares.length === 0) return undefined;
  if (shares.some(({ until }) => until <= now)) return '有订单已超过分账期限，请重新申请';
  const { orders } = await db.together({ orders: ordersBy(shares.map(({ orderId }) => orderId)) });
  return orders.some(({ refundRequests }) => refundRequests.length > 0)
    ? '有订单正在退款，请重新申请'
    : undefined;
};
