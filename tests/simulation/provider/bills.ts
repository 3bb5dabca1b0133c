import { beijingText } from '../../../emulator/beijing';
import { billText, feeText, yuan } from '../../../emulator/pay/billText';
import type { OrderBook, Payment, ProviderRefund, Transaction } from './orderBook';

const DAY_MS = 24 * 60 * 60_000;
/** A day's bill is there from 10:00 of the next day on (W21). */
const READY_AFTER_MS = DAY_MS + 10 * 60 * 60_000;

/** What WeChat keeps of a payment, and gives back of a refund. */
const FEE_RATES: Readonly<Record<Payment['channel'], number>> = {
  cloudPay: 0.006,
  virtualPay: 0.01,
};

type Moved = {
  readonly at: number;
  /** The moment that decides which day's bill has it. */
  readonly billedAt: number;
  readonly payment: Payment;
  readonly transaction: Transaction;
  readonly refund?: ProviderRefund;
};

/** One column of a bill: its name, and what a line has there. */
type Column = readonly [name: string, valueOf: (moved: Moved) => string];

const paidOf = ({ transaction, refund }: Moved): string => yuan(refund ? 0 : transaction.amount);
const refundedOf = ({ refund }: Moved): string => yuan(refund?.amount ?? 0);
const feeOf = ({ payment, transaction, refund }: Moved): string => {
  const rate = FEE_RATES[payment.channel];
  return feeText(
    refund ? -Math.round(refund.amount * rate) : Math.round(transaction.amount * rate),
  );
};

/** The columns that our adapters read; the real files have others beside them, which nobody looks at. */
const COLUMNS: Readonly<Record<Payment['channel'], readonly Column[]>> = {
  cloudPay: [
    ['交易时间', ({ at }) => beijingText(at)],
    ['特约商户号', ({ transaction }) => transaction.merchant],
    ['微信订单号', ({ transaction }) => transaction.id],
    ['商户订单号', ({ payment }) => payment.orderId],
    ['交易状态', ({ refund }) => (refund ? 'REFUND' : 'SUCCESS')],
    ['微信退款单号', ({ refund }) => (refund?.by === 'console' ? refund.number : '')],
    ['商户退款单号', ({ refund }) => refund?.number ?? ''],
    ['退款状态', ({ refund }) => refund?.state ?? ''],
    ['手续费', feeOf],
    ['订单金额', paidOf],
    ['申请退款金额', refundedOf],
  ],
  virtualPay: [
    ['交易时间', ({ at }) => beijingText(at)],
    ['交易类型', ({ refund }) => (refund ? '退款' : '支付')],
    ['商户订单号', ({ payment }) => payment.orderId],
    ['微信订单号', ({ transaction }) => transaction.id],
    ['退款单号', ({ refund }) => refund?.number ?? ''],
    ['订单金额(元)', paidOf],
    ['退款金额(元)', refundedOf],
    ['手续费(元)', feeOf],
  ],
};

const TOTALS: Readonly<Record<Payment['channel'], string>> = {
  cloudPay: '总交易单数',
  virtualPay: '汇总',
};

/** When a refund is in a bill: when it was taken on; with virtual payment only once the money is back. */
const billedAt = ({ channel }: Payment, refund: ProviderRefund): number | undefined => {
  if (channel === 'cloudPay') return refund.acceptedAt;
  return refund.state === 'SUCCESS' ? refund.turnedAt : undefined;
};

const movedIn = (book: OrderBook, payment: Payment): Moved[] => {
  const [first] = payment.transactions;
  if (!first) return [];
  const refunds = book.refundsOf(payment.orderId).flatMap((refund) => {
    const at = billedAt(payment, refund);
    return at === undefined ? [] : [{ at, billedAt: at, payment, transaction: first, refund }];
  });
  return [
    ...payment.transactions.map((transaction) => {
      const { at, billedAt = at } = transaction;
      return { at, billedAt, payment, transaction };
    }),
    ...refunds,
  ];
};

/** Which bill. */
export type BillOf = {
  readonly channel: Payment['channel'];
  /** The first moment of a day in Beijing. */
  readonly day: number;
  readonly now: number;
};

/** A day's bill in WeChat's form, true to the book; empty without a line, undefined while there is none yet. */
export const billOf = (book: OrderBook, { channel, day, now }: BillOf): string | undefined => {
  if (now < day + READY_AFTER_MS) return undefined;
  const lines = [...book.payments.values()]
    .filter((payment) => payment.channel === channel)
    .flatMap((payment) => movedIn(book, payment))
    .filter(({ billedAt: at }) => at >= day && at < day + DAY_MS);
  if (lines.length === 0) return '';
  const columns = COLUMNS[channel];
  return billText({
    header: columns.map(([name]) => name).join(','),
    rows: lines.map((line) => columns.map(([, valueOf]) => valueOf(line))),
    totalsHeader: TOTALS[channel],
    totals: [String(lines.length)],
  });
};
