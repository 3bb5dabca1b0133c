import { paidLines, sentBackFromSuspenseLines, sentBackLines } from '../../shared/ledger/postings';
import { commissionOf, teacherShareOf, type Sold } from '../../shared/ledger/sold';
import { add, ZERO } from '../../shared/money';
import { grant, ownedOtherwise } from '../access/grants';
import type { Transaction } from '../database';
import { monthAfter } from '../reconciliation/days';
import { post } from '../journal/journal';
import type { Ports } from '../ports';
import { sendBackRefund } from '../refunds/sendBackRefund';
import { giftPaid } from './gift';
import type { By, Order, PaidFacts } from './order';
import { ordersIn } from './orders';
import { holdsTodo, paidTodo } from './todo';

/** A payment that is as agreed, inside the transaction that read its order. */
export type Settlement = {
  readonly tx: Transaction;
  readonly ports: Pick<Ports, 'ids'>;
  readonly order: Order;
  readonly paid: PaidFacts;
  readonly now: number;
  readonly by: By;
};

/** What the journal needs to know of an order. */
export const soldBy = (order: Order): Sold => ({
  provider: order.payTo?.provider ?? 'free',
  kind: order.item.kind,
  teacherId: order.teacherId,
  paid: order.paid?.amount ?? order.payable,
  promotion: order.coupon?.fundedBy === 'platform' ? order.coupon.amount : ZERO,
  earned: order.earned ?? ZERO,
  teacherShare: order.teacherShare,
  affiliate: order.affiliate,
});

const DAY_MS = 24 * 60 * 60_000;

/** When the shares of a payment leave their hold, where there are any. */
const maturity = (order: Order, paid: PaidFacts) => {
  const sold = soldBy({ ...order, paid });
  return add(teacherShareOf(sold), commissionOf(sold)) > 0
    ? { maturesAt: paid.at + order.holdDays * DAY_MS }
    : {};
};

/** When a membership's used-up days are first reckoned. */
const earning = ({ item }: Order, paid: PaidFacts) =>
  item.kind === 'membership' && paid.amount > 0 ? { earnAt: monthAfter(paid.at) } : {};

/** Opens what was bought; or sends the money back when the buyer owns the item by another order. */
export const settlePaid = async (settlement: Settlement): Promise<'granted' | 'sentBack'> =>
  (await ownedOtherwise(settlement.tx, settlement.order))
    ? sendBack(settlement)
    : openBought(settlement);

/** Opens what was bought, or lets a gift wait to be claimed. */
export const openBought = async (settlement: Settlement): Promise<'granted'> => {
  const { tx, ports, order, paid, now, by } = settlement;
  await ordersIn(tx).apply(order, {
    event: order.status === 'review' ? 'accept' : 'pay',
    at: now,
    by,
    changes: {
      set: {
        paid,
        openKey: order._id,
        todoAt: now,
        ...maturity(order, paid),
        ...earning(order, paid),
        ...giftPaid(order, paid.at),
      },
      append: { todo: paidTodo(order) },
      unset: order.gift ? [] : ['checkAt'],
    },
  });
  await grant(tx, order, paid.at);
  await post(tx, ports.ids, {
    kind: 'paid',
    orderId: order._id,
    at: now,
    lines: paidLines(soldBy({ ...order, paid })),
  });
  return 'granted';
};

/** Money that must open nothing goes back: the refund is there as soon as the order says so. */
export const sendBack = async ({
  tx,
  ports,
  order,
  paid,
  now,
  by,
}: Settlement): Promise<'sentBack'> => {
  await ordersIn(tx).apply(order, {
    event: 'sendBack',
    at: now,
    by,
    changes: {
      set: { paid, openKey: order._id, reserved: paid.amount, todoAt: now },
      append: { todo: ['tellBuyerSentBack', ...holdsTodo(order)], refundRequests: ['sendBack'] },
      unset: ['checkAt'],
    },
  });
  await sendBackRefund(tx, { ...order, paid }, { now });
  await post(tx, ports.ids, {
    kind: 'sentBack',
    orderId: order._id,
    at: now,
    lines: owedBackLines(order, paid),
  });
  return 'sentBack';
};

/** Where the money is when it turns out to be owed: at the provider, or in suspense when a person had to decide. */
const owedBackLines = (order: Order, { amount }: PaidFacts) =>
  order.status === 'review'
    ? sentBackFromSuspenseLines(amount)
    : sentBackLines(soldBy(order).provider, amount);
