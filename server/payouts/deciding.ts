import { fail, ok, type Result } from '../../shared/result';
import { payoutMachine } from '../../shared/payouts/machine';
import type { Transaction } from '../database';
import type { Ports } from '../ports';
import type { Signature } from '../proposals/proposal';
import { cancelPayout, finishPayout } from './ending';
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

type Refusal = 'NOT_FOUND' | 'PAYOUT_ALREADY_DECIDED' | 'PAYOUT_NEEDS_SECOND_PERSON';
type Deciding = Pick<Ports, 'db' | 'ids'>;
type Effect = (tx: Transaction, payout: Payout, alone: { alone?: true }) => Promise<void>;

/** Who approves is neither who asked nor who gets the money. */
export const mayApprove = ({ madeBy, teacher }: Payout, userId: string): boolean =>
  ![madeBy.userId, teacher.userId].includes(userId);

/** Who confirms that a transfer by hand was made, or never will be, is not who approved it, nor who gets the money. */
export const mayConfirm = ({ approvedBy, teacher }: Payout, userId: string): boolean =>
  ![approvedBy?.userId, teacher.userId].includes(userId);

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

/** Says that a payout was not made and never will be; the caller has made sure that no provider knows of it. */
export const giveUpPayout = (
  ports: Deciding,
  word: Word & { readonly reason: string },
): Promise<Result<Payout, Refusal>> =>
  decide(ports, word, {
    event: 'fail',
    mayAct: mayConfirm,
    effect: (tx, payout, alone) => {
      const { now, admin, reason } = word;
      const note = { reason, confirmedBy: admin, ...alone };
      return cancelPayout({ tx, ids: ports.ids, payout, now, by: 'admin', note }, 'fail');
    },
  });

type Rule = {
  readonly event: 'approve' | 'reject' | 'succeed' | 'fail';
  readonly mayAct: (payout: Payout, userId: string) => boolean;
  /** Where there is a provider, only the provider knows. */
  readonly onlyByHand?: boolean;
  readonly effect: Effect;
};

const isPossible = ({ status, method }: Payout, event: Rule['event'], onlyByHand: boolean) =>
  payoutMachine.next(status, event) !== undefined && (!onlyByHand || method === 'manualBank');

const decide = (
  { db }: Deciding,
  { payoutId, admin, soleAdmin }: Word,
  { event, mayAct, onlyByHand = false, effect }: Rule,
): Promise<Result<Payout, Refusal>> =>
  db.transaction(async (tx) => {
    const payout = await payoutsIn(tx).get(payoutId);
    if (!payout) return fail('NOT_FOUND');
    if (!isPossible(payout, event, onlyByHand)) return fail('PAYOUT_ALREADY_DECIDED');
    const allowed = mayAct(payout, admin.userId);
    if (!allowed && !soleAdmin) return fail('PAYOUT_NEEDS_SECOND_PERSON');
    await effect(tx, payout, allowed ? {} : { alone: true });
    return ok((await payoutsIn(tx).get(payoutId)) ?? payout);
  });
