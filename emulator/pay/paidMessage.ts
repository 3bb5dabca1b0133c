import { beijingStamp } from '../beijing';
import { randomHex } from '../identifiers';
import { PROVIDER } from './cloudPay/answer';
import type { Message } from './notifier';
import type { Payment } from './payment';
import { deliverPush } from './virtual/pushes';

/** The message about a paid order, when a function is named for it. */
export function paidMessage(payment: Payment, appid: string): Message | undefined {
  const { notify } = payment;
  if (!notify) return undefined;
  const event =
    payment.channel === 'cloudPay' ? cloudPayEvent(payment, appid) : deliverPush(payment);
  return {
    kind: payment.channel,
    outTradeNo: payment.outTradeNo,
    functionName: notify.functionName,
    env: notify.env,
    event,
  };
}

/** The payment callback as documented (paymentCallback; cloud-protocol 2.11): the buyer is `subOpenid`. */
function cloudPayEvent(payment: Payment, appid: string) {
  return {
    returnCode: 'SUCCESS',
    appid: PROVIDER.appid,
    mchId: PROVIDER.mch_id,
    subAppid: appid,
    subMchId: payment.cloudPay?.subMchId ?? '',
    nonceStr: randomHex(8),
    resultCode: 'SUCCESS',
    openid: `oSP${payment.openid}`,
    isSubscribe: 'N',
    subOpenid: payment.openid,
    subIsSubscribe: 'N',
    tradeType: 'JSAPI',
    bankType: 'OTHERS',
    totalFee: payment.paidAmount ?? 0,
    feeType: 'CNY',
    cashFee: payment.paidAmount ?? 0,
    transactionId: payment.transactionId ?? '',
    outTradeNo: payment.outTradeNo,
    timeEnd: beijingStamp(payment.paidAt ?? 0),
    ...(payment.attach && { attach: payment.attach }),
    userInfo: { appId: appid },
  };
}
