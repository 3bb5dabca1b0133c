import type { DifferenceKind } from '../../shared/books/differences';
import { suspenseLines } from '../../shared/ledger/postings';
import { fen } from '../../shared/money';
import type { Transaction } from '../database';
import { entryId, isPosted, post } from '../journal/journal';
import type { PaymentEvidence } from '../payments';
import type { Ports } from '../ports';
import { differencesIn } from './differences';

/** A payment that may not be booked as what it claims to be. */
export type Apart = {
  readonly kind: Extract<DifferenceKind, 'mismatch' | 'secondPayment' | 'orphan'>;
  readonly evidence: PaymentEvidence;
  /** One Chinese sentence. */
  readonly detail: string;
  readonly now: number;
};

/** What makes the E12 entry of a payment, and its undoing, the only one. */
export const suspenseKey = ({
  orderId,
  transactionId,
}: Pick<PaymentEvidence, 'orderId' | 'transactionId'>): string => `${orderId}:${transactionId}`;

/**
 * Books money that nobody may touch yet (E12) and opens the difference a person will look at, in one transaction: so
 * the suspense account always is the sum of what is open. False when this payment was booked apart before.
 */
export const bookApart = async (
  tx: Transaction,
  { ids }: Pick<Ports, 'ids'>,
  { kind, evidence, detail, now }: Apart,
): Promise<boolean> => {
  const key = suspenseKey(evidence);
  if (await isPosted(tx, entryId(ids, 'suspense', key))) return false;
  const { orderId, provider, transactionId } = evidence;
  const suspense = fen(evidence.paid);
  const about = { provider, orderId, transactionId, suspense, detail, evidence };
  const opened = await differencesIn(tx, ids).openOnce({ kind, key, at: now, ...about });
  if (!opened) return false;
  const lines = suspenseLines(provider, suspense);
  await post(tx, ids, { kind: 'suspense', key, orderId, at: now, lines });
  return true;
};
