import { teacherAccountsOf } from '../earnings/teacherAccounts';
import { eachDue } from '../eachDue';
import type { Ports } from '../ports';
import type { Swept } from '../sweep';
import type { Transfer } from '../transfers';
import { applyTransfer } from './applyTransfer';
import { cancelPayout } from './ending';
import type { Payout } from './payout';
import { duePayouts, payoutsIn, payoutsOf } from './payouts';

type Payer = Pick<Ports, 'db' | 'ids' | 'clock' | 'log' | 'transfers'>;

const MINUTE_MS = 60_000;

/** How long one run has a payout for itself; after a crash the next run takes it. */
const TAKEN_MS = 2 * MINUTE_MS;

/** Minutes until the next look, by how often there was one. */
const PAUSES = [1, 2, 5, 10, 30, 60] as const;

/** Carries every approved payout on that is due by `now`. Safe to repeat and to cut off anywhere. */
export const advancePayouts = (ports: Payer, now: number, deadline: number): Promise<Swept> =>
  eachDue<Payout>(ports, {
    listing: duePayouts,
    isDue: ({ checkAt = Infinity }) => checkAt <= now,
    settle: async (payout) => {
      const checkAt = now + TAKEN_MS;
      if (await payoutsOf(ports.db).take(payout, checkAt)) {
        await advancePayout(ports, { ...payout, checkAt }, now);
      }
    },
    deadline,
  });

/**
 * Takes a payout one step further. That it is about to be sent is noted first, and always under the same number:
 * whatever crashes or stays unanswered, the teacher is paid once.
 */
export const advancePayout = async (ports: Payer, payout: Payout, now: number): Promise<void> => {
  if (payout.status === 'approved') await begin(ports, payout, now);
  else await goOn(ports, payout, now);
};

const begin = async (ports: Payer, payout: Payout, now: number): Promise<void> => {
  const account = await teacherAccountsOf(ports.db).get(payout.teacher.userId);
  if (account.receivable > 0) {
    await keepForDebt(ports, payout, now);
    return;
  }
  const step = { event: 'submit', at: now, by: 'timer' } as const;
  const changes = { set: { submittedAt: now, triedAt: now } };
  const mine = await payoutsOf(ports.db).apply(payout, { ...step, changes });
  if (mine) await send(ports, { ...payout, status: 'sent', seq: payout.seq + 1 }, now);
};

/** Not sent yet, so the money can still repay what the teacher has come to owe meanwhile (X25). */
const keepForDebt = (ports: Payer, { _id }: Payout, now: number): Promise<void> =>
  ports.db.transaction(async (tx) => {
    const payout = await payoutsIn(tx).get(_id);
    if (payout?.status !== 'approved') return;
    const note = { reason: '付款前发生退款，已先行抵扣' };
    await cancelPayout({ tx, ids: ports.ids, payout, now, by: 'rule', note }, 'fail');
  });

/** Asks what became of it; sends it again, under the same number, only when the provider has never heard of it. */
const goOn = async (ports: Payer, payout: Payout, now: number): Promise<void> => {
  const told = await ports.transfers.query(transferOf(payout));
  if (told.kind === 'absent' && payout.status === 'sent') {
    await payoutsOf(ports.db).amend(payout, { set: { triedAt: now } });
    await send(ports, payout, now);
    return;
  }
  if (told.kind !== 'absent' && told.kind !== 'unknown') {
    if (await applyTransfer(ports, payout._id, { news: told, now, by: 'timer' })) return;
  }
  await waitLonger(ports, payout, now);
};

const send = async (ports: Payer, payout: Payout, now: number): Promise<void> => {
  const answer = await ports.transfers.submit(transferOf(payout));
  if (answer.kind === 'byHand') {
    await payoutsOf(ports.db).amend(payout, { unset: ['checkAt'] });
    return;
  }
  if (answer.kind === 'unknown') {
    ports.log({ level: 'warn', event: 'payout unanswered', payoutId: payout._id, ...answer });
  } else if (await applyTransfer(ports, payout._id, { news: answer, now, by: 'timer' })) return;
  await waitLonger(ports, payout, now);
};

const waitLonger = async ({ db }: Payer, payout: Payout, now: number): Promise<void> => {
  const minutes = PAUSES[Math.min(payout.tries, PAUSES.length - 1)] ?? 60;
  await payoutsOf(db).amend(payout, {
    set: { checkAt: now + minutes * MINUTE_MS },
    increase: { tries: 1 },
  });
};

/** A payout as its provider is told of it. */
export const transferOf = ({ _id, method, openid, payee, amount }: Payout): Transfer => ({
  payoutId: _id,
  method,
  openid,
  realName: payee.realName,
  amount,
});
