import type { Line } from '../../shared/ledger/accounts';
import type { TeacherPart } from '../../shared/ledger/membership';
import type { Transaction } from '../database';
import type { Ids } from '../ports';

/** One event of money, whole: its lines sum to zero. Entries are added and never changed. */
export type JournalEntry = {
  readonly _id: string;
  readonly kind: EntryKind;
  /** Absent for what concerns no one order, such as a payout. */
  readonly orderId?: string;
  readonly refundId?: string;
  readonly payoutId?: string;
  /** Those whose earnings it moves; absent where it moves nobody's. */
  readonly earnerIds?: readonly string[];
  readonly at: number;
  readonly lines: readonly Line[];
  /** Of `membershipEarned`: the period, and what its teachers get by how long they were studied with. */
  readonly division?: PeriodDivision;
  /** The entry it follows from, where it carries out what another decided. */
  readonly after?: string;
};

/** A period of a membership, in epoch ms, and the parts of its teachers. */
export type PeriodDivision = {
  readonly from: number;
  readonly until: number;
  readonly parts: readonly TeacherPart[];
};

/** What happened, with the number of its posting in the table of events. */
export type EntryKind =
  | 'paid' // E1, E14, E15
  | 'feeCharged' // E2
  | 'matured' // E3
  | 'refundApproved' // E4, E11
  | 'refundSucceeded' // E5
  | 'feeReturned' // E5
  | 'refundFailed' // E6
  | 'settled' // E7
  | 'payoutReserved' // E8
  | 'payoutDone' // E9
  | 'payoutFailed' // E10
  | 'suspense' // E12
  | 'suspenseCleared' // undoes an E12
  | 'sentBack' // E13
  | 'membershipEarned' // E15
  | 'membershipCredited' // E15
  | 'externalRefund' // E16
  | 'writtenOff'; // E17

/** What makes an entry the only one of its kind, such as a bill's line; otherwise what it is about does. */
type Posting = Omit<JournalEntry, '_id' | 'earnerIds'> & { readonly key?: string };

/** The id of the one entry for an event; the same event always has the same. */
export const entryId = (ids: Ids, kind: EntryKind, key: string): string =>
  ids.derived('jrn', kind, key);

/** Adds an entry; an event that moves no money leaves none. Throws `DuplicateKey` when it is there already. */
export const post = async (
  tx: Transaction,
  ids: Ids,
  { key, ...entry }: Posting,
): Promise<void> => {
  if (entry.lines.length === 0) return;
  const about = key ?? entry.payoutId ?? entry.refundId ?? entry.orderId;
  if (about === undefined) throw new Error(`an entry ${entry.kind} is about nothing`);
  const _id = entryId(ids, entry.kind, about);
  const earnerIds = earnersOf(entry.lines);
  await tx.insert<JournalEntry>('journal', {
    _id,
    ...entry,
    ...(earnerIds.length > 0 && { earnerIds }),
  });
};

/** Those whose accounts lines touch. */
const earnersOf = (lines: readonly Line[]): string[] => [
  ...new Set(lines.flatMap(({ account }) => /^earner:(.+):/.exec(account)?.[1] ?? [])),
];

/** Whether an event has its entry already. */
export const isPosted = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.get<JournalEntry>('journal', id)) !== undefined;
