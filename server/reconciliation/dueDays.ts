import type { ProviderName } from '../payments';
import type { Step } from '../books/keeping';
import type { Swept } from '../sweep';
import { dayOf, daysAfter } from './days';
import type { Bookkeeper } from './lineDoor';
import { anew, firstAskedAt, reconcileDay } from './reconcileDay';
import type { Reconciliation } from './reconciliation';
import { begunOf, dueDays, reconciliationsOf, type ProviderDay } from './reconciliations';

const PROVIDERS: readonly ProviderName[] = ['cloudPay', 'virtualPay'];

/** Days that were missed while nothing ran are made up for, so many back. */
const DAYS_BACK = 14;

/** As many days as one run looks at. */
const BATCH = 60;

const daysWanted = ({ pay }: Bookkeeper, now: number): ProviderDay[] => {
  const today = dayOf(now);
  const dates = Array.from({ length: DAYS_BACK }, (_, back) => daysAfter(today, -1 - back));
  return PROVIDERS.filter((name) => pay.named(name)).flatMap((provider) =>
    dates.map((date) => ({ provider, date })),
  );
};

const begin = async ({ db }: Bookkeeper, days: readonly ProviderDay[], now: number) => {
  for (const day of days) {
    const moments = { begunAt: now, checkAt: firstAskedAt(day.date) };
    await reconciliationsOf(db).begin(day, moments);
  }
};

/** Makes sure that every day there should be is in the list, and gives those that are due. */
const listDue = async (ports: Bookkeeper, now: number): Promise<Reconciliation[]> => {
  const wanted = daysWanted(ports, now);
  const due = dueDays(now, BATCH);
  const found = await ports.db.together({ begun: begunOf(wanted), due });
  const isBegun = ({ provider, date }: ProviderDay) =>
    found.begun.some((day) => day.provider === provider && day.date === date);
  const missing = wanted.filter((day) => !isBegun(day));
  if (missing.length === 0) return found.due;
  await begin(ports, missing, now);
  return (await ports.db.together({ due })).due;
};

/** Compares every day that is due with its bill, until the time is over. */
export const reconcileDueDays: Step = async (context, until) => {
  const { now } = context;
  const due = await listDue(context, now);
  const swept: Swept[] = [];
  for (const day of due) {
    if (context.clock.now() >= until) break;
    swept.push(await lookAt(context, day, { now, until }));
  }
  const settled = swept.reduce((sum, each) => sum + each.settled, 0);
  return { looked: swept.length, settled, left: due.length - settled };
};

/** A day that is due although it is finished is looked at a last time, from its first line. */
const lookAt = async (
  ports: Bookkeeper,
  day: Reconciliation,
  times: { now: number; until: number },
): Promise<Swept> => {
  const isFinished = day.status === 'balanced' || day.status === 'differs';
  if (isFinished) await reconciliationsOf(ports.db).step(day, anew(day, times.now));
  return reconcileDay(ports, day, times);
};
