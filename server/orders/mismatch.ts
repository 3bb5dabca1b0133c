import type { PaymentEvidence } from '../payments';
import type { Order } from './order';

/** What an order expects of the payment that opens it. */
const expectedOf = (order: Order) => ({
  ...order.payTo,
  orderId: order._id,
  paid: order.payable,
  payer: order.openid,
});

const COMPARED = [
  'provider',
  'orderId',
  'paid',
  'payer',
  'merchant',
  'appId',
  'live',
] as const satisfies readonly (keyof PaymentEvidence)[];

/** The names of all that a payment has otherwise than its order; empty when it is the payment the order waits for. */
export const mismatchesOf = (order: Order, evidence: PaymentEvidence): string[] => {
  const expected: Partial<Record<(typeof COMPARED)[number], unknown>> = expectedOf(order);
  return COMPARED.filter((field) => expected[field] !== evidence[field]);
};
