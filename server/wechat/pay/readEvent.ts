import * as z from 'zod';
import type { Heard } from '../../payments';
import { paymentFrom, refundFrom } from './cloudPayEvidence';

type Event = Readonly<Record<string, unknown>>;

const delivery = z.object({ OutTradeNo: z.string().min(1), OpenId: z.string().min(1) });
const refund = z.object({
  MchOrderId: z.string().min(1),
  MchRefundId: z.string().min(1),
  OpenId: z.string().min(1),
});

/** A push of virtual payment names neither merchant nor app, so it is a hint and the order is asked. */
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
  xpay_refund_notify: (event) => {
    const { data } = refund.safeParse(event);
    return (
      data && {
        kind: 'hint',
        provider: 'virtualPay',
        orderId: data.MchOrderId,
        refundId: data.MchRefundId,
        openid: data.OpenId,
      }
    );
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
