import { earnerAccountsOf } from '../earnings/earnerAccounts';
import { eachDue } from '../eachDue';
import type { Ports } from '../ports';
import type { Swept } from '../sweep';
import type { Transfer, Transfers } from '../transfers';
import { applyTransfer, type Heard } from './applyTransfer';
import { cancelPayout } from './ending';
import type { Payout } from './payout';
import { duePayouts, payoutsIn, payoutsOf } from './payouts';
import { whyNotShared } from './shares';
import { openTransfersOf } from './transfersOf';

type Payer = Pick<Ports, 'db' | 'ids' | 'clock' | 'log' | 'transfers'>;
type Answer = Awaited<ReturnType<Transfers['query']>>;
type Answered = readonly (readonly [transfer: Transfer, answer: Answer])[];

const MINUTE_MS = 60_000;

/** How long one run has a payout for itself; after a crash the next run takes it. */
const TAKEN_MS = 2 * MINUTE_MS;

/** Minutes until the next look, by how often there was one. */
const PAUSES = [1, 2, 5, 10, 30, 60] as const;

/** The longest pause of what nobody takes: a person may give it up an hour after it was last sent. */
const REST = 180;

const pauseOf = ({ status, tries }: Payout): number =>
  PAUSES[tries] ?? (status === 'sent' ? REST : PAUSES[5]);

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
 * whatever crashes or stays unanswered, the earner is paid once.
 */
export const advancePayout = async (ports: Payer, payout: Payout, now: number): Promise<void> => {
  if (payout.status === 'approved') await begin(ports, payout, now);
  else await goOn(ports, payout, now);
};

const begin = async (ports: Payer, payout: Payout, now: number): Promise<void> => {
  const obstacle = await obstacleNow(ports, payout, now);
  if (obstacle !== undefined) {
    await callOff(ports, payout, { reason: obstacle, now });
    return;
  }
  const step = { event: 'submit', at: now, by: 'timer' } as const;
  const changes = { set: { submittedAt: now, triedAt: now } };
  if (!(await payoutsOf(ports.db).apply(payout, { ...step, changes }))) return;
  const sent: Payout = { ...payout, status: 'sent', seq: payout.seq + 1 };
  await conclude(ports, sent, { answered: await sendAll(ports, openTransfersOf(sent)), now });
};

/** Not sent yet, so the money can still repay what the earner has come to owe meanwhile (X25). */
const obstacleNow = async (
  { db }: Payer,
  { earner, shares = [] }: Payout,
  now: number,
): Promise<string | undefined> => {
  const { receivable } = await earnerAccountsOf(db).get(earner.userId);
  return receivable > 0 ? '付款前发生退款，已先行抵扣' : whyNotShared(db, shares, now);
};

const callOff = (
  ports: Payer,
  { _id }: Payout,
  { reason, now }: { readonly reason: string; readonly now: number },
): Promise<void> =>
  ports.db.transaction(async (tx) => {
    const payout = await payoutsIn(tx).get(_id);
    if (payout?.status !== 'approved') return;
    await cancelPayout({ tx, ids: ports.ids, payout, now, by: 'rule', note: { reason } }, 'fail');
  });

/** Asks what became of it; sends again, under the same number, only what the provider has never heard of. */
const goOn = async (ports: Payer, payout: Payout, now: number): Promise<void> => {
  const told = await oneByOne(openTransfersOf(payout), ports.transfers.query);
  const unheard = payout.status === 'sent' ? told.filter(([, { kind }]) => kind === 'absent') : [];
  if (unheard.length > 0 && !(await noteTry(ports, payout, now))) return;
  const sent = await sendAll(
    ports,
    unheard.map(([transfer]) => transfer),
  );
  await conclude(ports, payout, { answered: [...told, ...sent], now });
};

/** False when somebody has given the payout up meanwhile: then nothing may be sent any more. */
const noteTry = ({ db }: Payer, payout: Payout, now: number): Promise<boolean> =>
  payoutsOf(db).amend(payout, { set: { triedAt: now } });

const sendAll = ({ transfers }: Payer, all: readonly Transfer[]): Promise<Answered> =>
  oneByOne(all, transfers.submit);

const oneByOne = async (
  transfers: readonly Transfer[],
  ask: (transfer: Transfer) => Promise<Answer>,
): Promise<Answered> => {
  const answered: [Transfer, Answer][] = [];
  for (const transfer of transfers) answered.push([transfer, await ask(transfer)]);
  return answered;
};

/** Lets what was answered through the one door, and says when to look again. */
const conclude = async (
  ports: Payer,
  payout: Payout,
  { answered, now }: { readonly answered: Answered; readonly now: number },
): Promise<void> => {
  if (answered.some(([, { kind }]) => kind === 'byHand')) {
    await payoutsOf(ports.db).amend(payout, { unset: ['checkAt'] });
    return;
  }
  const said = answered.flatMap(([, answer]) => (answer.kind === 'unknown' ? answer.detail : []));
  for (const detail of said) {
    ports.log({ level: 'warn', event: 'payout unanswered', payoutId: payout._id, detail });
  }
  const heard = answered.flatMap(heardIn);
  if (await applyTransfer(ports, payout._id, { heard, now, by: 'timer' })) return;
  await waitLonger(ports, payout, { said: said.at(-1), now });
};

const heardIn = ([{ number }, answer]: Answered[number]): Heard[] =>
  answer.kind === 'absent' || answer.kind === 'unknown' ? [] : [{ number, news: answer }];

const waitLonger = async (
  { db }: Payer,
  payout: Payout,
  { said, now }: { readonly said: string | undefined; readonly now: number },
): Promise<void> => {
  await payoutsOf(db).amend(payout, {
    set: { checkAt: now + pauseOf(payout) * MINUTE_MS, ...(said !== undefined && { said }) },
    ...(said === undefined && { unset: ['said'] }),
    increase: { tries: 1 },
  });
};
