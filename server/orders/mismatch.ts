import { fen, formatYuan } from '../../shared/money';
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

type Compared = (typeof COMPARED)[number];

/** The names of all that a payment has otherwise than its order; empty when it is the payment the order waits for. */
export const mismatchesOf = (order: Order, evidence: PaymentEvidence): Compared[] => {
  const expected: Partial<Record<Compared, unknown>> = expectedOf(order);
  return COMPARED.filter((field) => expected[field] !== evidence[field]);
};

const NAMES: Readonly<Record<Compared, string>> = {
  provider: '支付方式',
  orderId: '订单号',
  paid: '金额',
  payer: '付款人',
  merchant: '收款商户',
  appId: '小程序',
  live: '支付环境',
};

/** What is wrong with a payment, for the person who has to decide on it. */
export const mismatchWords = (order: Order, evidence: PaymentEvidence): string => {
  const names = mismatchesOf(order, evidence).map((field) => NAMES[field]);
  const amounts = `应付 ¥${formatYuan(order.payable)}，实付 ¥${formatYuan(fen(evidence.paid))}`;
  return `${names.join('、')}与订单不符：${amounts}`;
};
