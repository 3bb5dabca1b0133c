import { beijingText } from '../beijing';
import { randomHex } from '../identifiers';
import { PROVIDER } from './cloudPay/answer';
import type { Message } from './notifier';
import type { Payment, Refund } from './payment';
import { refundPush } from './virtual/pushes';

/** The message about a decided refund, when somebody wants to be told. */
export function refundMessage(
  payment: Payment,
  refund: Refund,
  appid: string,
): Message | undefined {
  const { notify } = refund;
  if (!notify) return undefined;
  const address = {
    outTradeNo: payment.outTradeNo,
    functionName: notify.functionName,
    env: notify.env,
  };
  return payment.channel === 'cloudPay'
    ? { ...address, kind: 'cloudPay', event: cloudPayRefundEvent(payment, refund, appid) }
    : { ...address, kind: 'virtualRefund', event: refundPush(payment, refund) };
}

/** The V2 refund notification's fields in camelCase, as far as they are known (cloud-protocol 2.11). */
function cloudPayRefundEvent(payment: Payment, refund: Refund, appid: string) {
  return {
    returnCode: 'SUCCESS',
    appid: PROVIDER.appid,
    mchId: PROVIDER.mch_id,
    subAppid: appid,
    subMchId: payment.cloudPay?.subMchId ?? '',
    nonceStr: randomHex(8),
    transactionId: payment.transactionId ?? '',
    outTradeNo: payment.outTradeNo,
    refundId: refund.refundId,
    outRefundNo: refund.outRefundNo,
    totalFee: payment.paidAmount ?? 0,
    settlementTotalFee: payment.paidAmount ?? 0,
    refundFee: refund.amount,
    settlementRefundFee: refund.amount,
    refundStatus: refund.status,
    successTime: refund.status === 'SUCCESS' ? beijingText(refund.decidedAt ?? 0) : '',
    refundRecvAccout: '支付用户零钱',
    refundAccount: 'REFUND_SOURCE_UNSETTLED_FUNDS',
    refundRequestSource: refund.by === 'api' ? 'API' : 'VENDOR_PLATFORM',
    userInfo: { appId: appid },
  };
}
