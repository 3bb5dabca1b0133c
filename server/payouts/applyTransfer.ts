import { payoutMachine, type PayoutEvent } from '../../shared/payouts/machine';
import type { By } from '../orders/order';
import type { Ports } from '../ports';
import type { TransferNews } from '../transfers';
import { cancelPayout, finishPayout, type Ending } from './ending';
import { endShares, hasEnded } from './endingShares';
import type { Share, ShareOutcome } from './payout';
import { payoutsIn } from './payouts';

/** What a provider says of one transfer, by its number. */
export type Heard = { readonly number: string; readonly news: TransferNews };

const EVENTS: Partial<Record<TransferNews['kind'], PayoutEvent>> = {
  waitingForEarner: 'waitForEarner',
  done: 'succeed',
  failed: 'fail',
};

const MINUTE_MS = 60_000;

/**
 * The one door for what a provider says of the transfers a payout is made of. Moves the payout, the account and the
 * journal together, or none of them. True when something changed; safe to repeat, in any order.
 */
export const applyTransfer = (
  ports: Pick<Ports, 'db' | 'ids'>,
  payoutId: string,
  { heard, now, by }: { readonly heard: readonly Heard[]; readonly now: number; readonly by: By },
): Promise<boolean> =>
  ports.db.transaction(async (tx) => {
    const payout = await payoutsIn(tx).get(payoutId);
    if (!payout || !payoutMachine.next(payout.status, 'succeed')) return false;
    const ending = { tx, ids: ports.ids, payout, now, by };
    return payout.shares
      ? applyToShares(ending, payout.shares, heard)
      : applyToWhole(ending, heard[0]?.news);
  });

const applyToWhole = async (ending: Ending, news: TransferNews | undefined): Promise<boolean> => {
  const event = news && EVENTS[news.kind];
  if (!event || !payoutMachine.next(ending.payout.status, event)) return false;
  await apply(ending, news);
  return true;
};

const apply = async (ending: Ending, news: TransferNews): Promise<void> => {
  if (news.kind === 'done') {
    await finishPayout({ ...ending, note: { reference: news.reference } });
  } else if (news.kind === 'failed') {
    await cancelPayout({ ...ending, note: { reason: news.reason } }, 'fail');
  } else if (news.kind === 'waitingForEarner') {
    const { tx, payout, now, by } = ending;
    await payoutsIn(tx).apply(payout, {
      event: 'waitForEarner',
      at: now,
      by,
      changes: {
        set: { confirmation: news.confirmation, checkAt: now + MINUTE_MS, todoAt: now },
        append: { todo: ['tellEarnerToConfirm'] },
      },
    });
  }
};

/** An outcome stays what it was first heard to be; the payout ends with the last of them. */
const applyToShares = async (
  ending: Ending,
  before: readonly Share[],
  heard: readonly Heard[],
): Promise<boolean> => {
  const shares = before.map((share) => ({ ...share, ...outcomeOf(share, heard) }));
  const ended = shares.filter(hasEnded);
  if (ended.length === before.filter(hasEnded).length) return false;
  if (ended.length === shares.length) await endShares(ending, ended);
  else await payoutsIn(ending.tx).note(ending.payout, shares);
  return true;
};

const outcomeOf = (
  { number, outcome }: Share,
  heard: readonly Heard[],
): { readonly outcome?: ShareOutcome } => {
  if (outcome) return { outcome };
  const news = heard.find((each) => each.number === number)?.news;
  return news?.kind === 'done' || news?.kind === 'failed' ? { outcome: news } : {};
};
