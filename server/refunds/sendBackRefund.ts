import { ZERO } from '../../shared/money';
import type { Transaction } from '../database';
import type { Order, PaidFacts } from '../orders/order';
import { refundNumber, type Refund } from './refund';
import { refundsIn } from './refunds';

/**
 * The refund of money that opened nothing: approved from the start and due at once. It bears the order's next number,
 * so a failed one can be followed by another.
 */
export const sendBackRefund = (
  tx: Transaction,
  order: Order & { readonly paid: PaidFacts },
  { now, dueAt = now }: { readonly now: number; readonly dueAt?: number },
): Promise<void> => {
  const refund: Refund = {
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
    reason: '付款到账时名额已满、订单已关闭或已拥有该内容，原路退回',
    status: 'approved',
    seq: 0,
    history: [{ at: now, event: 'ask', from: '', to: 'approved', by: 'rule' }],
    learned: { percent: 0, lessons: 0 },
    askedAt: now,
    split: { teacher: ZERO, platform: order.paid.amount, promotion: ZERO, pool: ZERO },
    tries: 0,
    checkAt: dueAt,
    todo: [],
  };
  return refundsIn(tx).insert(refund);
};
