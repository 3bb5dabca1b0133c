import * as z from 'zod';
import type { Payee, PaymentEvidence, RefundEvidence } from '../../payments';
import type { XpayAnswer } from './xpay';

const order = z.object({
  order_id: z.string().min(1),
  status: z.int(),
  order_type: z.int().default(0),
  paid_fee: z.int().min(0).default(0),
  refund_fee: z.int().min(0).default(0),
  left_fee: z.int().min(0).default(0),
  paid_time: z.int().min(0).default(0),
  /** 1 live, 2 sandbox: not the numbers of the request. */
  env_type: z.int().default(0),
  wxpay_order_id: z.string().default(''),
  wx_order_id: z.string().default(''),
});

/** An order as `query_order` tells it. */
export type XpayOrder = z.output<typeof order>;

/** The order of an answer, when it is the one that was asked for. */
export const orderFrom = (answer: XpayAnswer, orderId: string): XpayOrder | undefined => {
  const told = order.safeParse(answer['order']);
  return answer.errcode === 0 && told.success && told.data.order_id === orderId
    ? told.data
    : undefined;
};

/**
 * 268490002, a wrong parameter: what we ask with is always of the same form and for the order's own payer (a wrong one
 * has a number of its own), so it can only be the order that does not exist: nobody opened the cashier with it.
 */
export const saysNoOrder = ({ errcode }: XpayAnswer): boolean => errcode === 268490002;

/** `query_order`: 0 and 1 wait for money, 6 is closed, everything else was paid once. */
export const paymentState = ({ status }: XpayOrder): 'unpaid' | 'closed' | 'paid' | undefined => {
  if (status === 0 || status === 1) return 'unpaid';
  if (status === 6) return 'closed';
  return [2, 3, 4, 5, 7, 8, 10].includes(status) ? 'paid' : undefined;
};

/** The answer was given to our own keys for this payer: that is how payee and payer are known. */
export const paymentOf = (told: XpayOrder, asked: Payee & { payer: string }): PaymentEvidence => ({
  provider: 'virtualPay',
  orderId: told.order_id,
  transactionId: told.wxpay_order_id || told.wx_order_id,
  paid: told.paid_fee,
  payer: asked.payer,
  merchant: asked.merchant,
  appId: asked.appId,
  live: told.env_type === 1,
  paidAt: told.paid_time * 1000,
  heardFrom: 'query',
});

/** Order types of refunds: 1 ordinary, 8 by Apple. */
const REFUND_TYPES = [1, 8];

/** States of a refund's own order; 5 of the paid order is not final, so it is never asked (V7). */
const OUTCOMES: Readonly<Record<number, RefundEvidence['outcome']>> = {
  5: 'succeeded',
  7: 'abnormal',
  8: 'succeeded',
};

export const refundOf = (told: XpayOrder, orderId: string): RefundEvidence | undefined =>
  REFUND_TYPES.includes(told.order_type)
    ? {
        provider: 'virtualPay',
        refundId: told.order_id,
        orderId,
        amount: told.refund_fee,
        outcome: OUTCOMES[told.status] ?? 'processing',
        heardFrom: 'query',
      }
    : undefined;
