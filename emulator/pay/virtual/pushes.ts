import { pushHead } from '../../openapi/pushHead';
import type { DecidedRefund, Paid, Refund, VirtualPayment } from '../payment';

/** `xpay_goods_deliver_notify`: paid, deliver the goods (virtual-payment, 道具发货推送). */
export function deliverPush(payment: Paid<VirtualPayment>) {
  const { paid } = payment;
  return {
    ...pushHead('xpay_goods_deliver_notify', paid.at),
    OpenId: payment.openid,
    OutTradeNo: payment.outTradeNo,
    Env: payment.env,
    WeChatPayInfo: {
      MchOrderNo: payment.wxOrderId,
      TransactionId: paid.transactionId,
      PaidTime: seconds(paid.at),
    },
    GoodsInfo: {
      ProductId: payment.productId,
      Quantity: payment.quantity,
      OrigPrice: payment.amount,
      ActualPrice: paid.amount,
      Attach: payment.attach,
    },
  };
}

/** `xpay_refund_notify`: a refund was decided (virtual-payment, 退款推送). */
export function refundPush(payment: Paid<VirtualPayment>, refund: DecidedRefund) {
  return {
    ...pushHead('xpay_refund_notify', refund.decidedAt),
    OpenId: payment.openid,
    WxRefundId: refund.refundId,
    MchRefundId: refund.outRefundNo,
    WxOrderId: payment.wxOrderId,
    MchOrderId: payment.outTradeNo,
    RefundFee: refund.amount,
    ...outcomeOf(refund),
    RefundStartTimestamp: seconds(refund.acceptedAt),
    RefundSuccTimestamp: seconds(refund.decidedAt),
    WxpayRefundTransactionId: refund.refundId,
    RetryTimes: 0,
  };
}

function outcomeOf({ status }: Refund) {
  return status === 'SUCCESS'
    ? { RetCode: 0, RetMsg: 'success' }
    : { RetCode: 1, RetMsg: '退款失败' };
}

/** `xpay_subscribe_ios_refund_query_notify`: Apple asks what we think of a refund; flat, as production sends it. */
export function appleEnquiryPush(payment: Paid<VirtualPayment>, atMs: number) {
  return {
    ...pushHead('xpay_subscribe_ios_refund_query_notify', atMs),
    bundleid: 'com.tencent.xin',
    channel_bill: '',
    consumption_status: '0',
    order_time: String(seconds(payment.paid.at)),
    p_count: String(payment.quantity),
    pay_order_id: payment.outTradeNo,
    product_id: payment.productId,
    provide_status: payment.deliveredAt === undefined ? '0' : '1',
    refund_request_reason: 'UNINTENDED_PURCHASE',
    refund_time: String(seconds(atMs)),
    service_type: 'unipdt',
  };
}

function seconds(ms: number): number {
  return Math.floor(ms / 1000);
}
