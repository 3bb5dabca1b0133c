import { paidOutLines, takeBack } from '../../shared/ledger/earner';
import { add, fen, subtract, type Fen } from '../../shared/money';
import { purseOf, earnerAccountsIn } from '../earnings/earnerAccounts';
import { post } from '../journal/journal';
import { cancelPayout, changesOf, finishPayout, SOURCES, type Ending } from './ending';
import type { Share, ShareOutcome } from './payout';
import { payoutsIn } from './payouts';

type EndedShare = Share & { readonly outcome: ShareOutcome };

/** Whether it is known what became of a share. */
export const hasEnded = (share: Share): share is EndedShare => share.outcome !== undefined;

/** What of a payout by 分账 reached the earner, in fen. */
export const arrivedOf = (shares: readonly Share[]): Fen =>
  add(...shares.filter(({ outcome }) => outcome?.kind === 'done').map(({ amount }) => amount));

/** E9 of the shares that reached the earner and E10 of those that came to nothing, once each has an outcome. */
export const endShares = async (ending: Ending, shares: readonly EndedShare[]): Promise<void> => {
  const outcomes = shares.map(({ outcome }) => outcome);
  const reference = outcomes.find((outcome) => outcome.kind === 'done')?.reference;
  const reason = outcomes.find((outcome) => outcome.kind === 'failed')?.reason;
  const note = {
    ...(reference !== undefined && { reference }),
    ...(reason !== undefined && { reason }),
    ...ending.note,
    shares,
  };
  if (reason === undefined) await finishPayout({ ...ending, note });
  else if (reference === undefined) await cancelPayout({ ...ending, note }, 'fail');
  else await endInPart({ ...ending, note }, arrivedOf(shares));
};

const endInPart = async (ending: Ending, arrived: Fen): Promise<void> => {
  const { tx, ids, payout, now, by } = ending;
  const { _id: payoutId, amount, method } = payout;
  const changes = changesOf(ending, 'tellEarnerPaidInPart');
  await payoutsIn(tx).apply(payout, { event: 'succeed', at: now, by, changes });
  const accounts = earnerAccountsIn(tx);
  const account = await accounts.get(payout.earner.userId);
  const { purse, lines: back } = takeBack(purseOf(account), subtract(amount, arrived));
  await accounts.keep(account, purse, fen(-amount));
  const out = paidOutLines(SOURCES[method], arrived);
  await post(tx, ids, { kind: 'payoutDone', payoutId, at: now, lines: out });
  await post(tx, ids, { kind: 'payoutFailed', payoutId, at: now, lines: back });
};
