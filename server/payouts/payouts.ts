import { payoutMachine, type PayoutEvent, type PayoutStatus } from '../../shared/payouts/machine';
import type { Changes, Database, Transaction } from '../database';
import type { Listing } from '../paging';
import { stepChanges, type Step } from '../step';
import type { Payout } from './payout';

const PAYOUTS = 'payouts';

/** One step of a payout, with all that changes together with its status. */
export type PayoutStep = Step<PayoutEvent>;

const changesOf = (payout: Payout, step: PayoutStep): Changes =>
  stepChanges(payoutMachine, payout.status, step);

/** Every payout, and the only way to change one. */
export const payoutsOf = (db: Database) => {
  const payouts = db.collection<Payout>(PAYOUTS);
  return {
    get: (id: string) => payouts.get(id),

    /** Moves a payout if it is still as read; false when somebody else was faster. */
    apply: (payout: Payout, step: PayoutStep) =>
      payouts.updateIf({ _id: payout._id, seq: payout.seq }, changesOf(payout, step)),

    /** Changes what is no status, if the payout is still as read. */
    amend: (payout: Payout, changes: Changes) =>
      payouts.updateIf({ _id: payout._id, seq: payout.seq }, changes),

    /** Takes a payout for one run of the timer; false when another run has it. */
    take: ({ _id, seq, checkAt = 0 }: Payout, until: number) =>
      payouts.updateIf({ _id, seq, checkAt }, { set: { checkAt: until } }),
  };
};

/** The same, inside a transaction: what is read there is what is changed. */
export const payoutsIn = (tx: Transaction) => ({
  get: (id: string) => tx.get<Payout>(PAYOUTS, id),
  insert: (payout: Payout) => tx.insert(PAYOUTS, payout),
  apply: (payout: Payout, step: PayoutStep) =>
    tx.update(PAYOUTS, payout._id, changesOf(payout, step)),
  /** Notes what became of some of its shares while others are under way. */
  note: ({ _id }: Payout, shares: Payout['shares']) => tx.update(PAYOUTS, _id, { set: { shares } }),
});

const newestFirst = { collection: PAYOUTS, sortBy: 'madeAt', size: 20 } as const;

/** An earner's payouts in pages, newest first. */
export const payoutsOfEarner = (earnerId: string): Listing => ({
  ...newestFirst,
  where: { 'earner.userId': earnerId },
});

/** All payouts, or those in one state, in pages, newest first. */
export const allPayouts = (status: PayoutStatus | undefined): Listing => ({
  ...newestFirst,
  where: status === undefined ? {} : { status },
});

/** Payouts that the timer is to look at, longest waiting first. */
export const duePayouts: Omit<Listing, 'direction'> = {
  collection: PAYOUTS,
  where: {},
  sortBy: 'checkAt',
  size: 50,
};

/**
 * Takes out of somebody's payouts who they were and which account it went to; what was paid, when and under which number
 * of the bank stays.
 */
export const renamePaid = async (db: Database, earnerId: string, name: string): Promise<void> => {
  const payouts = db.collection<Payout>(PAYOUTS);
  const own = { 'earner.userId': earnerId };
  await payouts.updateAll(own, {
    set: { openid: '', 'earner.nickname': name, 'payee.realName': name },
  });
  await payouts.updateAll({ ...own, 'payee.method': 'bank' }, { set: { 'payee.account': '' } });
};
