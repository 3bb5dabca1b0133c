import { feeLines, feeReturnedLines } from '../../shared/ledger/bills';
import { fen, negate } from '../../shared/money';
import { entryId, isPosted, post } from '../journal/journal';
import type { Ports } from '../ports';
import { feesInFen, type Tally } from './reconciliation';
import type { ProviderDay } from './reconciliations';

/**
 * Books what the provider kept of a day, by its bill and never by a rate (E2); more given back than kept is booked the
 * other way round. Once for each provider's day, since its bill never changes.
 */
export const bookFees = async (
  { db, ids }: Pick<Ports, 'db' | 'ids'>,
  { provider, date }: ProviderDay,
  { tally, now }: { readonly tally: Tally; readonly now: number },
): Promise<void> => {
  const fee = fen(feesInFen(tally));
  if (fee === 0) return;
  const kind = fee > 0 ? 'feeCharged' : 'feeReturned';
  const lines = fee > 0 ? feeLines(provider, fee) : feeReturnedLines(provider, negate(fee));
  const key = `${provider}:${date}`;
  await db.transaction(async (tx) => {
    if (await isPosted(tx, entryId(ids, kind, key))) return;
    await post(tx, ids, { kind, key, at: now, lines });
  });
};
