import { ZERO } from '../../shared/money';
import type { Transaction } from '../database';
import type { Order, PaidFacts } from '../orders/order';
import { refundNumber, type Refund } from './refund';
import { refundsIn } from './refunds';

type PaidOrder = Order & { readonly paid: PaidFacts };

/**
 * The refund of money that opened nothing: approved from the start and due at once. It bears the order's next number,
 * so a failed one can be followed by another.
 */
export const sendBackRefund = (
  tx: Transaction,
  order: PaidOrder,
  { now, dueAt = now }: { readonly now: number; readonly dueAt?: number },
): Promise<void> =>
  refundsIn(tx).insert({
    ...begun(order, now),
    reason: '付款到账时名额已满、订单已关闭或已拥有该内容，原路退回',
    checkAt: dueAt,
  });

/** Such a refund, when the provider's own people have paid it out already; under their number where it is known. */
export const sentBackAlready = (
  order: PaidOrder,
  { now, refundId }: { readonly now: number; readonly refundId?: string },
): Refund => {
  const refund = begun(order, now);
  const arrived = { at: now, event: 'succeed', from: 'approved', to: 'succeeded' } as const;
  return {
    ...refund,
    _id: refundId ?? refund._id,
    reason: '付款与订单不符，已在支付平台退回',
    status: 'succeeded',
    seq: 1,
    history: [...refund.history, { ...arrived, by: 'admin' }],
    todo: ['recordRefunded', 'tellBuyerRefunded'],
    todoAt: now,
  };
};

const begun = (order: PaidOrder, now: number): Omit<Refund, 'reason'> => ({
  _id: refundNumber(order._id, order.refundRequests.length + 1),
  orderId: order._id,
  userId: order.userId,
  teacherId: order.teacherId,
  openid: order.openid,
  buyer: order.buyer,
  itemId: order.item.id,
  title: order.item.title,
  requestId: 'sendBack',
  origin: 'sendBack',
  amount: order.paid.amount,
  paid: order.paid.amount,
  status: 'approved',
  seq: 0,
  history: [{ at: now, event: 'ask', from: '', to: 'approved', by: 'rule' }],
  learned: { percent: 0, lessons: 0 },
  askedAt: now,
  split: {
    teacher: ZERO,
    affiliate: ZERO,
    platform: order.paid.amount,
    promotion: ZERO,
    pool: ZERO,
  },
  tries: 0,
  todo: [],
});
