import type { Database } from '../database';
import type { ProviderName } from '../payments';
import type { Step } from '../books/keeping';
import type { Swept } from '../sweep';
import { dayOf, daysAfter } from './days';
import type { Bookkeeper } from './lineDoor';
import { anew, firstAskedAt, reconcileDay } from './reconcileDay';
import type { Reconciliation } from './reconciliation';
import { reconciliationsOf, type ProviderDay } from './reconciliations';

const PROVIDERS: readonly ProviderName[] = ['cloudPay', 'virtualPay'];

/** Days that were missed while nothing ran are made up for, so many back. */
const DAYS_BACK = 14;

/** As many days as one run looks at. */
const BATCH = 60;

/** Makes sure that every day there should be is in the list. */
const beginDays = async (ports: Bookkeeper, now: number): Promise<void> => {
  const days = PROVIDERS.filter((name) => ports.pay.named(name)).flatMap((provider) =>
    Array.from({ length: DAYS_BACK }, (_, back) => ({
      provider,
      date: daysAfter(dayOf(now), -1 - back),
    })),
  );
  const missing = await notBegun(ports.db, days);
  for (const day of missing) {
    const moments = { begunAt: now, checkAt: firstAskedAt(day.date) };
    await reconciliationsOf(ports.db).begin(day, moments);
  }
};

const notBegun = async (db: Database, days: readonly ProviderDay[]): Promise<ProviderDay[]> => {
  const begun = await reconciliationsOf(db).ofDays(days);
  return days.filter(
    ({ provider, date }) => !begun.some((day) => day.provider === provider && day.date === date),
  );
};

/** Compares every day that is due with its bill, until the time is over. */
export const reconcileDueDays: Step = async (context, until) => {
  const { now } = context;
  await beginDays(context, now);
  const due = await reconciliationsOf(context.db).due(now, BATCH);
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
