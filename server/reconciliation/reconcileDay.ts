import type { Database } from '../database';
import type { BillLine } from '../payments';
import type { Swept } from '../sweep';
import { keepBill, keptBill } from './billFile';
import { daysAfter, endOf } from './days';
import { bookFees } from './fees';
import type { Bookkeeper } from './lineDoor';
import { settlePage } from './linesOfPage';
import { noteMissingThere } from './missingThere';
import { PAGE_LINES } from './pageOfBill';
import {
  billTotal,
  journalTotal,
  NOTHING_YET,
  tallied,
  type Reconciliation,
} from './reconciliation';
import { reconciliationsOf, type ProviderDay } from './reconciliations';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * How long a day waits for its next look. A little less than the ten minutes between two runs of the timer, so that a run
 * which begins some ms early does not leave the day to the one after it.
 */
const NEXT_RUN_MS = 9 * MINUTE_MS;

/** Bills are there from 10:00 of the next day on; half an hour later nobody waits for them in vain. */
const READY_MS = 10.5 * HOUR_MS;

/** When a day's bill is first asked for. */
export const firstAskedAt = (date: string): number => endOf(date) + READY_MS;

/** What is in no bill two days later is missing there. */
const missedFrom = (date: string): number => firstAskedAt(daysAfter(date, 2));

const DONE: Swept = { looked: 1, settled: 1, left: 0 };
const LATER: Swept = { looked: 1, settled: 0, left: 1 };

/**
 * Holds a provider's day against its bill: every line goes through the one door, the fees are booked, and what is
 * missing on either side becomes a difference. May be repeated at will, and goes on where the time ran out.
 */
export const reconcileDay = async (
  ports: Bookkeeper,
  day: ProviderDay,
  { now, until }: { readonly now: number; readonly until: number },
): Promise<Swept> => {
  const days = reconciliationsOf(ports.db);
  const known = await days.get(day);
  if (!known) throw new Error(`the day ${day.date} of ${day.provider} has vanished`);
  const begun = known.billFile ? known : await fetchBill(ports, known, now);
  if (!begun?.billFile) return LATER;
  const lines = await readLines(ports, begun, now);
  if (!lines) return LATER;
  const worked = await workThrough(ports, { day: begun, lines }, { now, until });
  return worked ? finish(ports, worked, now) : LATER;
};

const waitFor = async (
  { db, log }: Bookkeeper,
  day: Reconciliation,
  { note, checkAt }: { note: string; checkAt: number },
): Promise<undefined> => {
  log({ level: 'warn', event: 'bill waits', subject: day._id, note });
  await reconciliationsOf(db).step(day, { status: 'waiting', note, checkAt });
};

/** Gets the bill and keeps it as it came; undefined while it is not there. */
const fetchBill = async (
  ports: Bookkeeper,
  day: Reconciliation,
  now: number,
): Promise<Reconciliation | undefined> => {
  const answer = await ports.pay.named(day.provider)?.bill(day.date);
  if (answer?.kind !== 'ready') {
    const note = answer?.kind === 'notReady' ? '账单尚未生成' : '支付平台没有给出账单';
    return waitFor(ports, day, { note, checkAt: now + NEXT_RUN_MS });
  }
  const billFile = await keepBill(ports.storage, day, answer.text);
  const set = { status: 'working', billFile, position: 0, tally: NOTHING_YET } as const;
  return (await reconciliationsOf(ports.db).step(day, set)) ? { ...day, ...set } : undefined;
};

const readLines = async (
  ports: Bookkeeper,
  day: Reconciliation,
  now: number,
): Promise<readonly BillLine[] | undefined> => {
  const text = day.billFile && (await keptBill(ports.storage, day.billFile));
  const lines = text === undefined ? undefined : ports.pay.named(day.provider)?.readBill(text);
  if (lines) return lines;
  return waitFor(ports, day, { note: '账单的格式无法识别', checkAt: now + HOUR_MS });
};

/** Works through the lines page by page; undefined when the time ran out, or another process is at it. */
const workThrough = async (
  ports: Bookkeeper,
  { day, lines }: { day: Reconciliation; lines: readonly BillLine[] },
  { now, until }: { now: number; until: number },
): Promise<Reconciliation | undefined> => {
  let current = day;
  while (current.position < lines.length) {
    if (ports.clock.now() >= until) return undefined;
    const page = lines.slice(current.position, current.position + PAGE_LINES);
    const { provider, date } = day;
    const found = await settlePage(ports, { provider, date, lines: page }, now);
    const set = {
      position: current.position + page.length,
      tally: tallied(current.tally, found),
      checkAt: now + NEXT_RUN_MS,
    };
    if (!(await reconciliationsOf(ports.db).step(current, set))) return undefined;
    current = { ...current, ...set };
  }
  return current;
};

/** Books the fees and says how the day came out. Two days later it looks for what is in no bill. */
const finish = async (ports: Bookkeeper, day: Reconciliation, now: number): Promise<Swept> => {
  const { tally, date } = day;
  await bookFees(ports, day, { tally, now });
  const isLast = now >= missedFrom(date);
  const missing = isLast ? await noteMissingThere(ports, day, now) : 0;
  const open = tally.open + missing;
  const balances = open === 0 && billTotal(tally) === journalTotal(tally);
  await reconciliationsOf(ports.db).finish(
    day,
    { status: balances ? 'balanced' : 'differs', finishedAt: now, missing },
    isLast ? undefined : missedFrom(date),
  );
  return DONE;
};

/** Has a day done anew from its first line, against the books as they are now. False for a day that is not over. */
export const reconcileAgain = async (
  db: Database,
  day: ProviderDay,
  now: number,
): Promise<boolean> => {
  if (now < endOf(day.date)) return false;
  const days = reconciliationsOf(db);
  await days.begin(day, { begunAt: now, checkAt: now });
  const known = await days.get(day);
  return known ? days.step(known, anew(known, now)) : false;
};

/** A run that begins again, so that a run still under way writes nothing more. */
export const anew = ({ run }: Reconciliation, now: number): Partial<Reconciliation> => ({
  run: run + 1,
  position: 0,
  tally: NOTHING_YET,
  status: 'waiting',
  checkAt: now,
});
