import type { Line } from '../../shared/ledger/postings';
import type { Transaction } from '../database';
import type { Ids } from '../ports';

/** One event of money, whole: its lines sum to zero. Entries are added and never changed. */
export type JournalEntry = {
  readonly _id: string;
  readonly kind: EntryKind;
  readonly orderId: string;
  readonly refundId?: string;
  readonly at: number;
  readonly lines: readonly Line[];
};

export type EntryKind =
  | 'paid'
  | 'refundApproved'
  | 'refundSucceeded'
  | 'refundFailed'
  | 'externalRefund'
  | 'suspense'
  | 'sentBack';

/** What makes an entry the only one of its kind, such as a refund's number; the order's when nothing else is said. */
type Posting = Omit<JournalEntry, '_id'> & { readonly key?: string };

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
  const _id = entryId(ids, entry.kind, key ?? entry.refundId ?? entry.orderId);
  await tx.insert<JournalEntry>('journal', { _id, ...entry });
};

/** Whether an event has its entry already. */
export const isPosted = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.get<JournalEntry>('journal', id)) !== undefined;
