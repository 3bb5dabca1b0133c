import type { FaultKnobs } from '../faults/faults';
import type { OrderBook } from './orderBook';
import { isPaid, type Paid, type Payment, type Refund } from './payment';

/** One line of a bill: a payment, or a refund from the moment it was taken on. Amounts in fen. */
export interface BillLine {
  at: number;
  payment: Paid<Payment>;
  /** What the payer was charged as the bill has it; 0 on a refund's line. */
  paid: number;
  /** 0 on a payment's line. */
  refunded: number;
  /** Below zero where a fee is given back (money W20). */
  fee: number;
  refund?: Refund;
}

/** Which bill: a channel and a span of the cloud's clock. */
export interface BillRequest {
  channel: Payment['channel'];
  from: number;
  to: number;
  /** What the channel keeps, as a part of one. */
  feeRate: number;
}

/** What a bill is made of. */
export interface BillParts {
  book: OrderBook;
  faults: FaultKnobs;
}

const DAY_MS = 24 * 3_600_000;
/** A day's bill can be fetched from 10:00 of the next day (money W21). */
const READY_AFTER_MS = DAY_MS + 10 * 3_600_000;

/** Whether the bill of the day that begins at `day` has been made. */
export function isBillReady({ book, faults }: BillParts, day: number): boolean {
  return !faults.current.billsNotReady && book.clock.now() >= day + READY_AFTER_MS;
}

/** The lines of a bill in the order in which things happened, with the faults of bills in them. */
export function billLines({ book, faults }: BillParts, request: BillRequest): BillLine[] {
  const lines = book
    .all()
    .filter((payment) => payment.channel === request.channel)
    .filter(isPaid)
    .flatMap((payment) => [
      paidLine(payment, request),
      ...book.refundsOf(payment.outTradeNo).map((refund) => refundLine(payment, refund, request)),
    ])
    .filter(({ at }) => at >= request.from && at < request.to)
    .sort((a, b) => a.at - b.at);
  return withFaults(lines, faults);
}

function paidLine(payment: Paid<Payment>, { feeRate }: BillRequest): BillLine {
  const { at, amount } = payment.paid;
  return { at, payment, paid: amount, refunded: 0, fee: feeOf(amount, feeRate) };
}

function refundLine(payment: Paid<Payment>, refund: Refund, { feeRate }: BillRequest): BillLine {
  const { amount, acceptedAt: at } = refund;
  return { at, payment, paid: 0, refunded: amount, fee: -feeOf(amount, feeRate), refund };
}

/** What a channel keeps of an amount, in fen. */
export function feeOf(amountFen: number, rate: number): number {
  return Math.round(amountFen * rate);
}

/** Lines left out by number, one of a wrong amount, one of an order that nobody made. */
function withFaults(lines: BillLine[], { current }: FaultKnobs): BillLine[] {
  const kept = lines.filter(
    ({ payment, refund }) =>
      !current.billOmits.includes(refund ? refund.outRefundNo : payment.outTradeNo),
  );
  const first = kept.find(({ refund }) => !refund);
  if (!first) return kept;
  const { billWrongAmount: wrong, billExtraPayment: extra } = current;
  const told =
    wrong > 0 ? kept.map((line) => (line === first ? { ...line, paid: wrong } : line)) : kept;
  return extra > 0 ? [...told, strangeLine(first, extra)] : told;
}

function strangeLine(line: BillLine, amount: number): BillLine {
  const paid = { ...line.payment.paid, amount, transactionId: '4200000000000000000000000001' };
  const payment = { ...line.payment, outTradeNo: 'ord_of_nobody', paid };
  return { ...line, payment, paid: amount, fee: 0 };
}
