import type { Payment, Refund } from '../payment';
import type { XpayParts } from './parts';

/** `status` of query_order: created, paid, delivered, refunded, closed, refund failed (virtual-payment, query_order). */
const STATUS = {
  created: 1,
  paid: 2,
  delivered: 4,
  refunded: 5,
  closed: 6,
  refundFailed: 7,
} as const;

/** An order as `query_order` tells it; times in epoch seconds, amounts in fen. */
export function xpayOrder(payment: Payment, { book, refunds, faults }: XpayParts) {
  const lagging = book.clock.now() - (payment.paidAt ?? -Infinity) < faults.current.queryLagMs;
  const paid = payment.paidAt !== undefined && !lagging;
  return {
    order_id: payment.outTradeNo,
    create_time: seconds(payment.createdAt),
    update_time: seconds(payment.timeline.at(-1)?.at ?? payment.createdAt),
    status: lagging ? STATUS.created : statusOf(payment, book.refundsOf(payment.outTradeNo)),
    biz_type: 0,
    order_fee: payment.amount,
    paid_fee: paid ? (payment.paidAmount ?? 0) : 0,
    order_type: 0,
    refund_fee: paid ? payment.refundedAmount : 0,
    paid_time: paid ? seconds(payment.paidAt ?? 0) : 0,
    provide_time: seconds(payment.virtual?.deliveredAt ?? 0),
    biz_meta: payment.attach,
    env_type: payment.virtual?.env === 1 ? 2 : 1,
    token: '',
    left_fee: paid ? refunds.left(payment) : 0,
    wx_order_id: payment.virtual?.wxOrderId ?? '',
    channel_order_id: payment.virtual?.wxOrderId ?? '',
    wxpay_order_id: paid ? (payment.transactionId ?? '') : '',
    sett_time: 0,
    sett_state: 0,
  };
}

function statusOf(payment: Payment, refunds: Refund[]): number {
  if (payment.state === 'CLOSED') return STATUS.closed;
  if (payment.paidAt === undefined) return STATUS.created;
  const latest = refunds.at(-1);
  if (latest?.status === 'SUCCESS') return STATUS.refunded;
  if (latest && latest.status !== 'PROCESSING') return STATUS.refundFailed;
  return payment.virtual?.deliveredAt === undefined ? STATUS.paid : STATUS.delivered;
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
