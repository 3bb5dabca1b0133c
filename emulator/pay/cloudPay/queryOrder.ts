import { beijingStamp } from '../../beijing';
import type { PayApi } from '../../gateway/payAction';
import type { Payment, PaymentState } from '../payment';
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

function answerFields(payment: Payment, { book, faults }: CloudPayParts): PayAnswer {
  const lagging = book.clock.now() - (payment.paidAt ?? -Infinity) < faults.current.queryLagMs;
  const trade_state = lagging ? 'NOTPAY' : payment.state;
  const always = {
    out_trade_no: payment.outTradeNo,
    attach: payment.attach,
    trade_state,
    trade_state_desc: DESCRIPTIONS[trade_state],
    total_fee: payment.paidAmount ?? payment.amount,
  };
  const paid = trade_state === 'SUCCESS' || trade_state === 'REFUND';
  return paid ? { ...always, ...paidFields(payment) } : always;
}

function paidFields(payment: Payment): PayAnswer {
  return {
    openid: `oSP${payment.openid}`,
    is_subscribe: 'N',
    sub_openid: payment.openid,
    sub_is_subscribe: 'N',
    trade_type: 'JSAPI',
    bank_type: 'OTHERS',
    fee_type: 'CNY',
    cash_fee: payment.paidAmount,
    cash_fee_type: 'CNY',
    transaction_id: payment.transactionId,
    time_end: beijingStamp(payment.paidAt ?? 0),
  };
}
