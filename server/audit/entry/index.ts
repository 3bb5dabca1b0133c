import type { EntryKind, JournalEntry } from '../../journal/journal';
import { differs, examine, unless, type Check, type Moment, type Violation } from '../check';
import { total } from '../fold';

/** An entry of the journal, and whether what it names is there. */
export type EntryCase = {
  readonly entry: JournalEntry;
  /** Whether there is an order, where it names one. */
  readonly orderFound: boolean;
};

/** What is wrong with the lines of one entry: what one account gets, others give. */
export const findInEntry = ({ _id, lines }: Pick<JournalEntry, '_id' | 'lines'>): string[] => [
  ...differs(`the sum of ${_id}`, { is: total(lines, ({ fen }) => fen), wanted: 0 }),
  ...unless(lines.length >= 2, `${_id} has ${lines.length} lines`),
  ...unless(
    lines.every(({ fen }) => Number.isSafeInteger(fen) && fen !== 0),
    `${_id} has an amount that is none`,
  ),
];

/** Money apart may be for an order that nobody knows. */
const WITHOUT_ORDER: ReadonlySet<EntryKind> = new Set(['suspense', 'suspenseCleared']);

/** Whether an entry tells of money itself, rather than of the provider's fee for it. */
export const isNoFee = ({ kind }: Pick<JournalEntry, 'kind'>): boolean =>
  kind !== 'feeCharged' && kind !== 'feeReturned';

const findOrderless = ({ entry: { kind, orderId }, orderFound }: EntryCase): string[] =>
  unless(
    orderId === undefined || orderFound || WITHOUT_ORDER.has(kind),
    `${kind} names ${orderId}, which is no order`,
  );

const ENTRY_CHECKS: readonly Check<EntryCase>[] = [
  { id: 'INV3', find: findOrderless },
  { id: 'INV4', find: ({ entry }) => findInEntry(entry) },
];

/** Everything that is wrong with one entry of the journal. */
export const auditEntry = (caseFile: EntryCase, moment: Moment): Violation[] =>
  examine(ENTRY_CHECKS, { subject: caseFile.entry._id, caseFile, moment });
