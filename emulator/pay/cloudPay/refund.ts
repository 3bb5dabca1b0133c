import type { PayApi } from '../../gateway/payAction';
import { isPaid, type CloudPayment, type Paid, type Refund } from '../payment';
import { fen, field, refused, success, type Merchant, type PayAnswer } from './answer';
import type { RefusalCode } from './answer';
import { findPayment, merchantOf, type CloudPayParts } from './parts';

const REFUNDABLE_MS = 365 * 24 * 3_600_000;
const REFUNDS_PER_ORDER = 50;

/** Takes a refund in. The same number again is the same refund (money W14, W15). */
export function refund(parts: CloudPayParts): PayApi {
  return (params) => {
    const merchant = merchantOf(params, parts);
    const outRefundNo = field(params, 'out_refund_no');
    if (!outRefundNo) return refused(merchant, 'LACK_PARAMS', 'out_refund_no');
    const payment = findPayment(params, parts);
    if (!payment) return refused(merchant, 'ORDERNOTEXIST');
    if (!isPaid(payment)) return refused(merchant, 'TRADE_STATE_ERROR');
    const known = parts.book.findRefund(outRefundNo);
    const wrong = known ? changed(known, payment, params) : problem(params, payment, parts);
    if (wrong) return refused(merchant, wrong);
    return accepting(known ?? begin(params, payment, parts), payment, merchant);
  };
}

function begin(
  params: Record<string, unknown>,
  payment: Paid<CloudPayment>,
  { refunds }: CloudPayParts,
): Refund {
  const functionName = field(params, 'function_name');
  return refunds.accept({
    payment,
    outRefundNo: field(params, 'out_refund_no'),
    amount: fen(params, 'refund_fee') ?? 0,
    reason: field(params, 'refund_desc'),
    by: 'api',
    ...(functionName && { notify: { functionName, env: field(params, 'env_id') } }),
  });
}

function changed(
  known: Refund,
  { outTradeNo }: CloudPayment,
  params: Record<string, unknown>,
): RefusalCode | undefined {
  const same = known.outTradeNo === outTradeNo && known.amount === fen(params, 'refund_fee');
  return same ? undefined : 'REFUND_FEE_MISMATCH';
}

function problem(
  params: Record<string, unknown>,
  payment: Paid<CloudPayment>,
  parts: CloudPayParts,
): RefusalCode | undefined {
  const amount = fen(params, 'refund_fee');
  if (amount === undefined) return 'PARAM_ERROR';
  if (fen(params, 'total_fee') !== payment.paid.amount) return 'REFUND_FEE_MISMATCH';
  if (amount > parts.refunds.left(payment)) return 'REFUND_FEE_EXCEEDED';
  if (parts.book.clock.now() - payment.paid.at > REFUNDABLE_MS) return 'TRADE_OVERDUE';
  const unpayable = whereFrom(payment, amount, parts);
  if (unpayable) return unpayable;
  const count = parts.book.refundsOf(payment.outTradeNo).length;
  return count >= REFUNDS_PER_ORDER ? 'FREQUENCY_LIMITED' : undefined;
}

/**
 * A payment that waits to be shared can give back only what is still frozen of it, which is less than was paid by the
 * fee; anything else comes out of the merchant's own balance.
 */
function whereFrom(
  payment: Paid<CloudPayment>,
  amount: number,
  { sharings, faults }: CloudPayParts,
): RefusalCode | undefined {
  if (sharings.isFrozen(payment)) return amount > sharings.left(payment) ? 'FROZEN' : undefined;
  return payment.toBeShared && faults.current.merchantBalanceShort ? 'NOTENOUGH' : undefined;
}

function accepting(accepted: Refund, payment: Paid<CloudPayment>, merchant: Merchant): PayAnswer {
  return success(merchant, {
    transaction_id: payment.paid.transactionId,
    out_trade_no: payment.outTradeNo,
    out_refund_no: accepted.outRefundNo,
    refund_id: accepted.refundId,
    refund_fee: accepted.amount,
    total_fee: payment.paid.amount,
    cash_fee: payment.paid.amount,
    cash_refund_fee: accepted.amount,
    coupon_refund_fee: 0,
    coupon_refund_count: 0,
  });
}
