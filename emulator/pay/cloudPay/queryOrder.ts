import { beijingStamp } from '../../beijing';
import type { PayApi } from '../../gateway/payAction';
import { isPaid, type CloudPayment, type Paid, type PaymentState } from '../payment';
import { field, refused, success, type PayAnswer } from './answer';
import { findPayment, merchantOf, type CloudPayParts } from './parts';

const DESCRIPTIONS: Record<PaymentState, string> = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  REFUND: '订单发生过退款，退款详情请查询退款单',
  CLOSED: '订单已关闭',
};

/** Tells the state of an order. */
export function queryOrder(parts: CloudPayParts): PayApi {
  return (params) => {
    const merchant = merchantOf(params, parts);
    if (!field(params, 'out_trade_no') && !field(params, 'transaction_id')) {
      return refused(merchant, 'LACK_PARAMS', 'out_trade_no');
    }
    const payment = findPayment(params, parts);
    return payment
      ? success(merchant, answerFields(payment, parts))
      : refused(merchant, 'ORDERNOTEXIST');
  };
}

function answerFields(payment: CloudPayment, { book, faults }: CloudPayParts): PayAnswer {
  const seen = asSeen(payment, book.clock.now() - faults.current.queryLagMs);
  const always = {
    out_trade_no: seen.outTradeNo,
    attach: seen.attach,
    trade_state: seen.state,
    trade_state_desc: DESCRIPTIONS[seen.state],
    total_fee: seen.paid?.amount ?? seen.amount,
  };
  return isPaid(seen) ? { ...always, ...paidFields(seen) } : always;
}

/** The payment as it looked at a moment: one paid later was still unpaid then. */
function asSeen(payment: CloudPayment, at: number): CloudPayment {
  const { paid, ...rest } = payment;
  return paid && paid.at > at ? { ...rest, state: 'NOTPAY' } : payment;
}

function paidFields({ openid, paid }: Paid<CloudPayment>): PayAnswer {
  return {
    openid: `oSP${openid}`,
    is_subscribe: 'N',
    sub_openid: openid,
    sub_is_subscribe: 'N',
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    fee_type: 'CNY',
    cash_fee: paid.amount,
    cash_fee_type: 'CNY',
    transaction_id: paid.transactionId,
    time_end: beijingStamp(paid.at),
  };
}
