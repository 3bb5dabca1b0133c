import { beijingText } from '../../beijing';
import type { PayApi } from '../../gateway/payAction';
import type { Refund } from '../payment';
import { field, refused, success, type PayAnswer } from './answer';
import { findPayment, merchantOf, type CloudPayParts } from './parts';

/**
 * Tells an order's refunds. Production has been seen to answer the count with empty lists; the fault
 * `emptyRefundLists` does so too (cloud-protocol 2.11).
 */
export function queryRefund(parts: CloudPayParts): PayApi {
  return (params) => {
    const merchant = merchantOf(params, parts);
    const refunds = meant(params, parts);
    const payment = refunds[0] && parts.book.find(refunds[0].outTradeNo);
    if (!payment) return refused(merchant, 'REFUNDNOTEXIST');
    return success(merchant, {
      transaction_id: payment.paid?.transactionId,
      out_trade_no: payment.outTradeNo,
      total_fee: payment.paid?.amount,
      cash_fee: payment.paid?.amount,
      refund_count: refunds.length,
      ...lists(parts.faults.current.emptyRefundLists ? [] : refunds),
    });
  };
}

/** refund_id > out_refund_no > transaction_id > out_trade_no. */
function meant(params: Record<string, unknown>, parts: CloudPayParts): Refund[] {
  const refundId = field(params, 'refund_id');
  if (refundId) return parts.book.allRefunds().filter((refund) => refund.refundId === refundId);
  const outRefundNo = field(params, 'out_refund_no');
  if (outRefundNo)
    return [parts.book.findRefund(outRefundNo)].filter((found) => found !== undefined);
  const payment = findPayment(params, parts);
  return payment ? parts.book.refundsOf(payment.outTradeNo) : [];
}

function lists(refunds: Refund[]): PayAnswer {
  return {
    out_refund_no_list: refunds.map((refund) => refund.outRefundNo),
    refund_id_list: refunds.map((refund) => refund.refundId),
    refund_fee_list: refunds.map((refund) => refund.amount),
    refund_status_list: refunds.map((refund) => refund.status),
    refund_recv_accout_list: refunds.map(() => '支付用户零钱'),
    refund_success_time_list: refunds.map((refund) =>
      refund.status === 'SUCCESS' ? beijingText(refund.decidedAt ?? 0) : '',
    ),
  };
}
