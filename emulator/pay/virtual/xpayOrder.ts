import { isPaid, type Paid, type Refund, type RefundStatus, type VirtualPayment } from '../payment';
import type { XpayParts } from './parts';

/** `status` of query_order (virtual-payment, query_order). */
const CREATED = 1;
const PAID = 2;
const DELIVERED = 4;
const CLOSED = 6;

/** What the latest refund makes of the status; one under way changes nothing yet. */
const STATUS_AFTER_REFUND: Partial<Record<RefundStatus, number>> = {
  SUCCESS: 5,
  CHANGE: 7,
  REFUNDCLOSE: 7,
};

/** An order as `query_order` tells it; times in epoch seconds, amounts in fen. */
export function xpayOrder(payment: VirtualPayment, parts: XpayParts) {
  const { book, faults } = parts;
  const seenAt = book.clock.now() - faults.current.queryLagMs;
  const isSeenPaid = isPaid(payment) && payment.paid.at <= seenAt;
  return {
    order_id: payment.outTradeNo,
    create_time: seconds(payment.createdAt),
    update_time: seconds(payment.timeline.at(-1)?.at ?? payment.createdAt),
    biz_type: 0,
    order_fee: payment.amount,
    order_type: 0,
    biz_meta: payment.attach,
    env_type: payment.env === 1 ? 2 : 1,
    token: '',
    wx_order_id: payment.wxOrderId,
    channel_order_id: payment.wxOrderId,
    sett_time: 0,
    sett_state: 0,
    ...(isSeenPaid ? paidFields(payment, parts) : unpaidFields(payment)),
  };
}

function unpaidFields({ state }: VirtualPayment) {
  const status = state === 'CLOSED' ? CLOSED : CREATED;
  return {
    status,
    paid_fee: 0,
    refund_fee: 0,
    paid_time: 0,
    provide_time: 0,
    left_fee: 0,
    wxpay_order_id: '',
  };
}

function paidFields(payment: Paid<VirtualPayment>, { book, refunds }: XpayParts) {
  return {
    status: paidStatus(payment, book.refundsOf(payment.outTradeNo)),
    paid_fee: payment.paid.amount,
    refund_fee: payment.refundedAmount,
    paid_time: seconds(payment.paid.at),
    provide_time: seconds(payment.deliveredAt ?? 0),
    left_fee: refunds.left(payment),
    wxpay_order_id: payment.paid.transactionId,
  };
}

function paidStatus({ deliveredAt }: VirtualPayment, refunds: Refund[]): number {
  const latest = refunds.at(-1);
  const afterRefund = latest && STATUS_AFTER_REFUND[latest.status];
  return afterRefund ?? (deliveredAt === undefined ? PAID : DELIVERED);
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
