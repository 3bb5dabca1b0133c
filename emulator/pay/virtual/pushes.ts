import type { Payment, Refund } from '../payment';

/** Sent by WeChat itself: the fields every push begins with. */
function pushHead(event: string, atMs: number) {
  return {
    ToUserName: 'gh_local0000000',
    FromUserName: 'oWechatOfficial',
    CreateTime: seconds(atMs),
    MsgType: 'event',
    Event: event,
  };
}

/** `xpay_goods_deliver_notify`: paid, deliver the goods (virtual-payment, 道具发货推送). */
export function deliverPush(payment: Payment) {
  const paidAt = payment.paidAt ?? 0;
  const { virtual } = payment;
  return {
    ...pushHead('xpay_goods_deliver_notify', paidAt),
    OpenId: payment.openid,
    OutTradeNo: payment.outTradeNo,
    Env: virtual?.env ?? 0,
    WeChatPayInfo: {
      MchOrderNo: virtual?.wxOrderId ?? '',
      TransactionId: payment.transactionId ?? '',
      PaidTime: seconds(paidAt),
    },
    GoodsInfo: {
      ProductId: virtual?.productId ?? '',
      Quantity: virtual?.quantity ?? 1,
      OrigPrice: payment.amount,
      ActualPrice: payment.paidAmount ?? 0,
      Attach: payment.attach,
    },
  };
}

/** `xpay_refund_notify`: a refund was decided (virtual-payment, 退款推送). */
export function refundPush(payment: Payment, refund: Refund) {
  const succeeded = refund.status === 'SUCCESS';
  return {
    ...pushHead('xpay_refund_notify', refund.decidedAt ?? 0),
    OpenId: payment.openid,
    WxRefundId: refund.refundId,
    MchRefundId: refund.outRefundNo,
    WxOrderId: payment.virtual?.wxOrderId ?? '',
    MchOrderId: payment.outTradeNo,
    RefundFee: refund.amount,
    RetCode: succeeded ? 0 : 1,
    RetMsg: succeeded ? 'success' : '退款失败',
    RefundStartTimestamp: seconds(refund.acceptedAt),
    RefundSuccTimestamp: seconds(refund.decidedAt ?? 0),
    WxpayRefundTransactionId: refund.refundId,
    RetryTimes: 0,
  };
}

/** `xpay_subscribe_ios_refund_query_notify`: Apple asks what we think of a refund (virtual-payment-callback). */
export function appleEnquiryPush(payment: Payment, atMs: number) {
  return {
    ...pushHead('xpay_subscribe_ios_refund_query_notify', atMs),
    OpenId: payment.openid,
    OutTradeNo: payment.outTradeNo,
    Env: payment.virtual?.env ?? 0,
    refund_time: String(seconds(atMs)),
  };
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
