import * as z from 'zod';
import type { Heard, RefundEvidence } from '../../payments';
import { paymentFrom, refundFrom } from './cloudPayEvidence';

type Event = Readonly<Record<string, unknown>>;

const delivery = z.object({ OutTradeNo: z.string().min(1), OpenId: z.string().min(1) });
const refund = z.object({
  MchOrderId: z.string().min(1),
  /** Ours; empty for a refund that was begun elsewhere. */
  MchRefundId: z.string().default(''),
  WxRefundId: z.string().min(1),
  RefundFee: z.int().min(1),
  RetCode: z.int(),
});

/** Flat, with the order's number as ours (virtual-payment/ios); the cloud's own page calls it by its usual name. */
const enquiry = z.object({
  pay_order_id: z.string().default(''),
  OutTradeNo: z.string().default(''),
});

const refundEvidence = (told: z.output<typeof refund>): RefundEvidence => ({
  provider: 'virtualPay',
  refundId: told.MchRefundId || told.WxRefundId,
  orderId: told.MchOrderId,
  amount: told.RefundFee,
  // A failed one is not said to have failed for good, so a person looks at it.
  outcome: told.RetCode === 0 ? 'succeeded' : 'abnormal',
  heardFrom: 'callback',
});

/**
 * The push of a payment names neither merchant nor app, so it is a hint and the order is asked. The push of a refund is
 * the last word on it (V4, V7): asking shows the paid order only, whose state goes back and forth.
 */
const READERS: Readonly<Record<string, (event: Event) => Heard | undefined>> = {
  xpay_goods_deliver_notify: (event) => {
    const { data } = delivery.safeParse(event);
    return (
      data && {
        kind: 'hint',
        provider: 'virtualPay',
        orderId: data.OutTradeNo,
        openid: data.OpenId,
      }
    );
  },
  xpay_subscribe_ios_refund_query_notify: (event) => {
    const { data } = enquiry.safeParse(event);
    const orderId = data?.pay_order_id || data?.OutTradeNo;
    return orderId ? { kind: 'enquiry', orderId } : undefined;
  },
  xpay_refund_notify: (event) => {
    const { data } = refund.safeParse(event);
    return data && { kind: 'refund', evidence: refundEvidence(data) };
  },
};

/** What an event of WeChat's says of a payment or a refund; undefined when it says nothing we know. */
export const readEvent = (event: Event): Heard | undefined => {
  if (typeof event['Event'] === 'string') return READERS[event['Event']]?.(event);
  if ('refundStatus' in event) {
    const evidence = refundFrom(event, 'callback');
    return evidence && { kind: 'refund', evidence };
  }
  const evidence = paymentFrom(event, 'callback');
  return evidence && { kind: 'payment', evidence };
};
