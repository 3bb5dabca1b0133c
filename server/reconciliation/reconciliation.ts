import type { ReconciliationRow } from '../../shared/books/contract';
import type { ProviderName } from '../payments';

/** One day of one provider, held against its bill: `_id` is `<provider>_<date>`. It may be done again at any time. */
export type Reconciliation = {
  readonly _id: string;
  readonly provider: ProviderName;
  /** A day in Beijing. */
  readonly date: string;
  /** Its first moment. */
  readonly startsAt: number;
  /** When it was put on the list: a shop that is new, or slept, begins with many days at once. */
  readonly begunAt?: number;
  /** `waiting` for the bill, `working` through it, then one of the outcomes. */
  readonly status: ReconciliationRow['status'];
  /** One more each time it is done anew, so that a run that was overtaken writes nothing. */
  readonly run: number;
  /** How many lines of the bill this run is done with. */
  readonly position: number;
  readonly tally: Tally;
  /** The bill as it came, in cloud storage. */
  readonly billFile?: string;
  readonly finishedAt?: number;
  /** How much of ours was in no bill two days later. */
  readonly missing?: number;
  /** Why it waits. */
  readonly note?: string;
  /** When it is looked at next; absent once it is finished. */
  readonly checkAt?: number;
};

/** What a run has found so far. Amounts in fen; fees in thousandths of one, as finely as bills count. */
export type Tally = {
  /** Lines we knew, lines we learned from, lines that wait for a person. */
  readonly matched: number;
  readonly repaired: number;
  readonly open: number;
  readonly paid: number;
  readonly refunded: number;
  readonly fees: number;
  /** What the journal has at the provider for the very lines of the bill. */
  readonly journal: number;
};

export const NOTHING_YET: Tally = {
  matched: 0,
  repaired: 0,
  open: 0,
  paid: 0,
  refunded: 0,
  fees: 0,
  journal: 0,
};

/** The tally of a page of lines and of those before it. */
export const tallied = (one: Tally, other: Tally): Tally => ({
  matched: one.matched + other.matched,
  repaired: one.repaired + other.repaired,
  open: one.open + other.open,
  paid: one.paid + other.paid,
  refunded: one.refunded + other.refunded,
  fees: one.fees + other.fees,
  journal: one.journal + other.journal,
});

/** What the provider kept of a day, in whole fen. */
export const feesInFen = ({ fees }: Tally): number => Math.round(fees / 1000);

/** What the provider owes for the day, by its bill. */
export const billTotal = (tally: Tally): number => tally.paid - tally.refunded - feesInFen(tally);

/** What it owes by the journal, once the fees are booked. */
export const journalTotal = (tally: Tally): number => tally.journal - feesInFen(tally);
