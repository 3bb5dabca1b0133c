import { fail, ok, type Result } from '../../shared/result';
import { payoutMachine } from '../../shared/payouts/machine';
import type { Transaction } from '../database';
import type { Ports } from '../ports';
import type { Signature } from '../proposals/proposal';
import { cancelPayout, finishPayout, type Ending } from './ending';
import { endShares } from './endingShares';
import type { Payout } from './payout';
import { payoutsIn } from './payouts';

/** An admin's word on a payout. */
export type Word = {
  readonly payoutId: string;
  readonly admin: Signature;
  /** The shop has a single admin. */
  readonly soleAdmin: boolean;
  readonly now: number;
};

type Refusal =
  'NOT_FOUND' | 'PAYOUT_ALREADY_DECIDED' | 'PAYOUT_NEEDS_SECOND_PERSON' | 'PAYOUT_STILL_UNDER_WAY';
type Deciding = Pick<Ports, 'db' | 'ids'>;
type Effect = (tx: Transaction, payout: Payout, alone: { alone?: true }) => Promise<void>;

/** Who approves is neither who asked nor who gets the money. */
export const mayApprove = ({ madeBy, earner }: Payout, userId: string): boolean =>
  ![madeBy.userId, earner.userId].includes(userId);

/** Who confirms that a transfer by hand was made, or never will be, is not who approved it, nor who gets the money. */
export const mayConfirm = ({ approvedBy, earner }: Payout, userId: string): boolean =>
  ![approvedBy?.userId, earner.userId].includes(userId);

/** Lets a payout be sent; the timer sends it. */
export const approvePayout = (ports: Deciding, word: Word): Promise<Result<Payout, Refusal>> =>
  decide(ports, word, {
    event: 'approve',
    mayAct: mayApprove,
    effect: async (tx, payout, alone) => {
      const set = { approvedBy: word.admin, checkAt: word.now, ...alone };
      const step = { event: 'approve', at: word.now, by: 'admin' } as const;
      await payoutsIn(tx).apply(payout, { ...step, changes: { set } });
    },
  });

/** Takes a payout back before it was approved. Anybody may, for it moves no money away. */
export const rejectPayout = (
  ports: Deciding,
  word: Word & { readonly reason: string },
): Promise<Result<Payout, Refusal>> =>
  decide(ports, word, {
    event: 'reject',
    mayAct: () => true,
    effect: (tx, payout) => {
      const { now, admin, reason } = word;
      const note = { reason, confirmedBy: admin };
      return cancelPayout({ tx, ids: ports.ids, payout, now, by: 'admin', note }, 'reject');
    },
  });

/** Says that a transfer by hand was made, under the bank's reference. */
export const confirmPayout = (
  ports: Deciding,
  word: Word & { readonly reference: string },
): Promise<Result<Payout, Refusal>> =>
  decide(ports, word, {
    event: 'succeed',
    mayAct: mayConfirm,
    onlyByHand: true,
    effect: (tx, payout, alone) => {
      const { now, admin, reference } = word;
      const note = { reference, confirmedBy: admin, ...alone };
      return finishPayout({ tx, ids: ports.ids, payout, now, by: 'admin', note });
    },
  });

/**
 * Says that a payout, or what is still open of it, was not made and never will be. The caller has made sure that no
 * provider knows of it; `triedAt` is when it had last been handed over then, for it may be again meanwhile.
 */
export const giveUpPayout = (
  ports: Deciding,
  word: Word & { readonly reason: string; readonly triedAt: number | undefined },
): Promise<Result<Payout, Refusal>> =>
  decide(ports, word, {
    event: 'fail',
    mayAct: mayConfirm,
    stillLost: ({ triedAt }) => triedAt === word.triedAt,
    effect: (tx, payout, alone) => {
      const { now, admin, reason } = word;
      const note = { reason, confirmedBy: admin, ...alone };
      return giveUp({ tx, ids: ports.ids, payout, now, by: 'admin', note }, reason);
    },
  });

/** What was shared before stays with the earner. */
const giveUp = (ending: Ending, reason: string): Promise<void> => {
  const { shares, submittedAt } = ending.payout;
  if (!shares || submittedAt === undefined) return cancelPayout(ending, 'fail');
  const outcome = { kind: 'failed', reason } as const;
  return endShares(
    ending,
    shares.map((share) => ({ ...share, outcome: share.outcome ?? outcome })),
  );
};

type Rule = {
  readonly event: 'approve' | 'reject' | 'succeed' | 'fail';
  readonly mayAct: (payout: Payout, userId: string) => boolean;
  /** Where there is a provider, only the provider knows. */
  readonly onlyByHand?: boolean;
  /** Whether what the caller found outside still holds. */
  readonly stillLost?: (payout: Payout) => boolean;
  readonly effect: Effect;
};

/** Why an admin may not act on a payout as it is; undefined when they may. */
const refusalOf = (
  payout: Payout | undefined,
  { event, onlyByHand = false, stillLost }: Rule,
): Refusal | undefined => {
  if (!payout) return 'NOT_FOUND';
  if (!isPossible(payout, event, onlyByHand)) return 'PAYOUT_ALREADY_DECIDED';
  return stillLost && !stillLost(payout) ? 'PAYOUT_STILL_UNDER_WAY' : undefined;
};

const isPossible = ({ status, method }: Payout, event: Rule['event'], onlyByHand: boolean) =>
  payoutMachine.next(status, event) !== undefined && (!onlyByHand || method === 'manualBank');

const decide = (
  { db }: Deciding,
  { payoutId, admin, soleAdmin }: Word,
  rule: Rule,
): Promise<Result<Payout, Refusal>> =>
  db.transaction(async (tx) => {
    const payout = await payoutsIn(tx).get(payoutId);
    const refusal = refusalOf(payout, rule);
    if (!payout || refusal) return fail(refusal ?? 'NOT_FOUND');
    const allowed = rule.mayAct(payout, admin.userId);
    if (!allowed && !soleAdmin) return fail('PAYOUT_NEEDS_SECOND_PERSON');
    await rule.effect(tx, payout, allowed ? {} : { alone: true });
    return ok((await payoutsIn(tx).get(payoutId)) ?? payout);
  });
