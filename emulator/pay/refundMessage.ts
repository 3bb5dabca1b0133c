import { beijingText } from '../beijing';
import { randomHex } from '../identifiers';
import { PROVIDER } from './cloudPay/answer';
import type { Message } from './notifier';
import type { CloudPayment, DecidedRefund, Paid, Payment } from './payment';
import { refundPush } from './virtual/pushes';

/** The message about a decided refund, when somebody wants to be told. */
export function refundMessage(
  payment: Paid<Payment>,
  refund: DecidedRefund,
  appid: string,
): Message | undefined {
  const { notify, outTradeNo } = refund;
  if (!notify) return undefined;
  return payment.channel === 'cloudPay'
    ? { kind: 'cloudPay', outTradeNo, ...notify, event: refundEvent(payment, refund, appid) }
    : { kind: 'virtualRefund', outTradeNo, ...notify, event: refundPush(payment, refund) };
}

/** The V2 refund notification's fields in camelCase, as far as they are known (cloud-protocol 2.11). */
function refundEvent(payment: Paid<CloudPayment>, refund: DecidedRefund, appid: string) {
  return {
    returnCode: 'SUCCESS',
    appid: PROVIDER.appid,
    mchId: PROVIDER.mch_id,
    subAppid: appid,
    subMchId: payment.subMchId,
    nonceStr: randomHex(8),
    transactionId: payment.paid.transactionId,
    outTradeNo: payment.outTradeNo,
    refundId: refund.refundId,
    outRefundNo: refund.outRefundNo,
    totalFee: payment.paid.amount,
    settlementTotalFee: payment.paid.amount,
    refundFee: refund.amount,
    settlementRefundFee: refund.amount,
    refundStatus: refund.status,
    successTime: refund.status === 'SUCCESS' ? beijingText(refund.decidedAt) : '',
    refundRecvAccout: '支付用户零钱',
    refundAccount: 'REFUND_SOURCE_UNSETTLED_FUNDS',
    refundRequestSource: refund.by === 'api' ? 'API' : 'VENDOR_PLATFORM',
    userInfo: { appId: appid },
  };
}
