import { paidOutLines, takeBack } from '../../shared/ledger/earner';
import { fen } from '../../shared/money';
import type { PayoutMethod } from '../../shared/payouts/payee';
import type { Changes, Transaction } from '../database';
import { purseOf, earnerAccountsIn } from '../earnings/earnerAccounts';
import { post } from '../journal/journal';
import type { By } from '../orders/order';
import type { Ids } from '../ports';
import type { Payout } from './payout';
import { payoutsIn } from './payouts';
import { releaseOrders } from './shares';

/** Where the money of each method comes from: a wallet is paid out of what WeChat Pay holds for the shop. */
export const SOURCES = {
  manualBank: 'bank',
  merchantTransfer: 'psp:cloudPay',
  profitSharing: 'psp:cloudPay',
} as const satisfies Record<PayoutMethod, 'bank' | `psp:${string}`>;

/** The end of a payout, inside the transaction that read it. */
export type Ending = {
  readonly tx: Transaction;
  readonly ids: Ids;
  readonly payout: Payout;
  readonly now: number;
  readonly by: By;
  /** What else is to be noted with it, such as who said so. */
  readonly note?: Partial<
    Pick<Payout, 'reference' | 'reason' | 'confirmedBy' | 'alone' | 'shares'>
  >;
};

/** What every end of a payout changes, with what is told of it. */
export const changesOf = ({ now, note }: Ending, task: string): Changes => ({
  set: { ...note, endedAt: now, todoAt: now },
  append: { todo: [task] },
  unset: ['checkAt', 'confirmation', 'said'],
});

/** E9: the money is with the earner. */
export const finishPayout = async (ending: Ending): Promise<void> => {
  const { tx, ids, payout, now, by } = ending;
  const changes = changesOf(ending, 'tellEarnerPaid');
  await payoutsIn(tx).apply(payout, { event: 'succeed', at: now, by, changes });
  const accounts = earnerAccountsIn(tx);
  await accounts.arrived(await accounts.get(payout.earner.userId), payout.amount);
  const lines = paidOutLines(SOURCES[payout.method], payout.amount);
  await post(tx, ids, { kind: 'payoutDone', payoutId: payout._id, at: now, lines });
};

/** E10: the payout came to nothing; the money is the earner's again, or repays what they owe by now. */
export const cancelPayout = async (ending: Ending, event: 'reject' | 'fail'): Promise<void> => {
  const { tx, ids, payout, now, by } = ending;
  const changes = changesOf(ending, event === 'reject' ? 'tellEarnerRejected' : 'tellEarnerFailed');
  await payoutsIn(tx).apply(payout, { event, at: now, by, changes });
  const accounts = earnerAccountsIn(tx);
  const account = await accounts.get(payout.earner.userId);
  const { purse, lines } = takeBack(purseOf(account), payout.amount);
  await accounts.keep(account, purse, fen(-payout.amount));
  await post(tx, ids, { kind: 'payoutFailed', payoutId: payout._id, at: now, lines });
  if (payout.submittedAt === undefined) await releaseOrders(tx, payout.shares ?? []);
};
