import { suspenseKey } from '../differences/bookApart';
import { entryId, type EntryKind, type JournalEntry } from '../journal/journal';
import type { BillLine, ProviderName } from '../payments';
import type { Ids } from '../ports';
import { refundIdsOf, type Ours } from './pageOfBill';

const PAYMENT_KINDS: readonly EntryKind[] = ['paid', 'sentBack'];
const REFUND_KINDS: readonly EntryKind[] = ['refundSucceeded', 'externalRefund'];

/** What the journal has at a provider for a line of its bill: the entries of this payment or refund, and no others. */
export const bookedFor = (
  ids: Ids,
  { provider, line, ours }: { provider: ProviderName; line: BillLine; ours: Ours },
): number => {
  const entries =
    line.kind === 'payment'
      ? entriesOfPayment(ids, line, ours)
      : entriesOfRefund(refundIdsOf(ids, provider, line), ours);
  return entries
    .flatMap(({ lines }) => lines)
    .filter(({ account }) => account === `psp:${provider}`)
    .reduce((sum, { fen }) => sum + fen, 0);
};

/** A payment may have waited in suspense first. Only where the order took it in the end does leaving suspense count. */
const entriesOfPayment = (
  ids: Ids,
  line: BillLine & { readonly kind: 'payment' },
  { orders, entries }: Ours,
): JournalEntry[] => {
  const key = suspenseKey(line);
  const order = orders.find(({ _id }) => _id === line.orderId);
  const isTaken = order?.paid?.transactionId === line.transactionId;
  const own = [
    entryId(ids, 'suspense', key),
    ...(isTaken ? [entryId(ids, 'suspenseCleared', key)] : []),
  ];
  return entries.filter(
    ({ _id, orderId, kind }) =>
      own.includes(_id) || (isTaken && orderId === line.orderId && PAYMENT_KINDS.includes(kind)),
  );
};

const entriesOfRefund = (refundIds: readonly string[], { entries }: Ours): JournalEntry[] =>
  entries.filter(
    ({ refundId, kind }) =>
      refundId !== undefined && refundIds.includes(refundId) && REFUND_KINDS.includes(kind),
  );
