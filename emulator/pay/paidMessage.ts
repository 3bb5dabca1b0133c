import { beijingStamp } from '../beijing';
import { randomHex } from '../identifiers';
import { PROVIDER } from './cloudPay/answer';
import type { Message } from './notifier';
import type { CloudPayment, Paid, Payment } from './payment';
import { deliverPush } from './virtual/pushes';

/** The message about a paid order, when a function is named for it. */
export function paidMessage(payment: Paid<Payment>, appid: string): Message | undefined {
  const { notify, outTradeNo, channel } = payment;
  if (!notify) return undefined;
  const event = channel === 'cloudPay' ? cloudPayEvent(payment, appid) : deliverPush(payment);
  return { kind: channel, outTradeNo, ...notify, event };
}

/** The payment callback as documented (paymentCallback; cloud-protocol 2.11): the buyer is `subOpenid`. */
function cloudPayEvent(payment: Paid<CloudPayment>, appid: string) {
  const { openid, paid, outTradeNo, attach, subMchId } = payment;
  return {
    returnCode: 'SUCCESS',
    appid: PROVIDER.appid,
    mchId: PROVIDER.mch_id,
    subAppid: appid,
    subMchId,
    nonceStr: randomHex(8),
    resultCode: 'SUCCESS',
    openid: `oSP${openid}`,
    isSubscribe: 'N',
    subOpenid: openid,
    subIsSubscribe: 'N',
    tradeType: 'JSAPI',
    bankType: 'OTHERS',
    totalFee: paid.amount,
    feeType: 'CNY',
    cashFee: paid.amount,
    transactionId: paid.transactionId,
    outTradeNo,
    timeEnd: beijingStamp(paid.at),
    ...(attach && { attach }),
    userInfo: { appId: appid },
  };
}
