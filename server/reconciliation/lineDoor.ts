import { fen, formatYuan } from '../../shared/money';
import { bookApart } from '../differences/bookApart';
import { differencesOf } from '../differences/differences';
import { applyPayment } from '../orders/applyPayment';
import type { Order } from '../orders/order';
import type { BillLine, PaymentEvidence, ProviderName } from '../payments';
import type { Ports } from '../ports';
import { applyRefund } from '../refunds/applyRefund';
import { refundIdsOf, type Ours } from './pageOfBill';

export type Bookkeeper = Pick<Ports, 'db' | 'ids' | 'log' | 'pay' | 'storage' | 'clock'>;

/** A line of a provider's bill, with what the shop has of it. */
export type LineCase = {
  readonly ports: Bookkeeper;
  readonly provider: ProviderName;
  readonly line: BillLine;
  readonly ours: Ours;
  readonly now: number;
};

/** Whether hearing a line told us something, or we knew; or it could not be dealt with yet. */
export type LineOutcome = 'matched' | 'repaired' | 'undecided';

type Payment = BillLine & { readonly kind: 'payment' };
type Refund = BillLine & { readonly kind: 'refund' };

/** Lets a line of a bill through the one door. What cannot be believed leaves a difference behind. Safe to repeat. */
export const hearLine = (lineCase: LineCase): Promise<LineOutcome> =>
  lineCase.line.kind === 'payment'
    ? hearPayment(lineCase, lineCase.line)
    : hearRefund(lineCase, lineCase.line);

const hearPayment = async (lineCase: LineCase, line: Payment): Promise<LineOutcome> => {
  const { ports, ours, now } = lineCase;
  const order = ours.orders.find(({ _id }) => _id === line.orderId);
  if (order && isSettled(order, line)) return matchAmount(lineCase, order);
  const evidence = evidenceOf(lineCase, line, order);
  const outcome = await applyPayment(ports, evidence, { now, by: 'timer' });
  if (outcome === 'unknownOrder') return keepApart(lineCase, evidence);
  if (outcome === 'notYet') return 'undecided';
  return outcome === 'known' ? 'matched' : 'repaired';
};

const isSettled = ({ paid, status }: Order, line: Payment): boolean =>
  paid?.transactionId === line.transactionId && status !== 'late';

/**
 * What a bill claims of a payment. It names neither payer nor app, but it is the provider's word to us alone, about a
 * number that only our order has; so those two are taken from the order.
 */
const evidenceOf = (
  { provider }: LineCase,
  { orderId, transactionId, amount, merchant, at }: Payment,
  order: Order | undefined,
): PaymentEvidence => ({
  ...{ provider, orderId, transactionId, merchant },
  paid: amount,
  ...unnamedIn(order),
  paidAt: at,
  heardFrom: 'bill',
});

const unnamedIn = (order: Order | undefined): Pick<PaymentEvidence, 'payer' | 'appId' | 'live'> => {
  const { appId = '', live = true } = order?.payTo ?? {};
  return { payer: order?.openid ?? '', appId, live };
};

/** The payment is known; its amount must be, too. */
const matchAmount = async (
  { ports, provider, line, now }: LineCase,
  { _id: orderId, paid }: Order,
): Promise<LineOutcome> => {
  if (!paid || paid.amount === line.amount) return 'matched';
  const { transactionId } = paid;
  const [billed, kept] = [formatYuan(fen(line.amount)), formatYuan(paid.amount)];
  await differencesOf(ports.db, ports.ids).note({
    kind: 'amountDiffers',
    key: `${provider}:${orderId}:${transactionId}`,
    at: now,
    ...{ provider, orderId, transactionId },
    detail: `账单上付款 ¥${billed}，本店记录为 ¥${kept}`,
  });
  return 'matched';
};

/** A day has passed since, so no order is on its way to us any more. */
const keepApart = async (
  { ports, now }: LineCase,
  evidence: PaymentEvidence,
): Promise<LineOutcome> => {
  const paid = formatYuan(fen(evidence.paid));
  const detail = `账单中有订单 ${evidence.orderId} 的付款 ¥${paid}，本店没有这笔订单`;
  const apart = { kind: 'orphan', evidence, detail, now } as const;
  await ports.db.transaction((tx) => bookApart(tx, ports, apart));
  return 'repaired';
};

const hearRefund = async (lineCase: LineCase, line: Refund): Promise<LineOutcome> => {
  const { ports, provider, ours, now } = lineCase;
  const refundIds = refundIdsOf(ports.ids, provider, line);
  const refund = ours.refunds.find(({ _id }) => refundIds.includes(_id));
  const isKnown = refund?.status === line.outcome && refund.amount === line.amount;
  if (isKnown) return 'matched';
  const { orderId, refundId, amount, outcome } = line;
  const evidence = { provider, orderId, refundId, amount, outcome, heardFrom: 'bill' } as const;
  const heard = await applyRefund(ports, evidence, { now, by: 'timer' });
  if (heard === 'unknownOrder') return noteMissing(lineCase, line);
  return heard === 'known' ? 'matched' : 'repaired';
};

const noteMissing = async (
  { ports, provider, now }: LineCase,
  { orderId, refundId, amount }: Refund,
): Promise<LineOutcome> => {
  await differencesOf(ports.db, ports.ids).note({
    kind: 'missingHere',
    key: `${provider}:${orderId}:${refundId}`,
    at: now,
    ...{ provider, orderId, refundId },
    detail: `账单中有订单 ${orderId} 的退款 ¥${formatYuan(fen(amount))}，本店没有这笔订单或付款`,
  });
  return 'repaired';
};
