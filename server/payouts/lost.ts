import type { Ports } from '../ports';
import type { Payout } from './payout';
import { openTransfersOf } from './transfersOf';

const HOUR_MS = 60 * 60_000;

/**
 * Whether a payout can be given up: it was never sent, or by hand, or its provider says that it has not heard of what
 * is still open of it and an hour has passed since it was last handed over, so that nothing can still be on the way.
 */
export const isLost = async (
  { transfers, clock }: Pick<Ports, 'transfers' | 'clock'>,
  payout: Payout,
): Promise<boolean> => {
  if (payout.method === 'manualBank' || payout.triedAt === undefined) return true;
  if (clock.now() < payout.triedAt + HOUR_MS) return false;
  for (const transfer of openTransfersOf(payout)) {
    if ((await transfers.query(transfer)).kind !== 'absent') return false;
  }
  return true;
};
