import { dayOf, daysAfter, startOf } from '../../../server/reconciliation/days';
import { NOTHING_YET, type Reconciliation } from '../../../server/reconciliation/reconciliation';
import { firstAskedAt } from '../../../server/reconciliation/reconcileDay';
import { billOf } from '../provider/bills';
import type { Script } from './script';
import { once } from './once';
import type { Stage } from './stage';

const HOUR_MS = 60 * 60_000;
/** A second payment comes up to an hour after the first, which may be the last thing of the chaos. */
const LAST_PAYMENT_MS = 2 * HOUR_MS;

/** As many days around the chaos as the shop could ask for. */
const AROUND = 16;

const PROVIDERS = ['cloudPay', 'virtualPay'] as const;

/**
 * Every provider's days around a schedule. Those on which something may happen wait for their bill; the others were
 * compared already and held nothing, so that no schedule spends its time on empty bills.
 */
export const daysWithBills = ({ startAt, chaosMs }: Script): readonly Reconciliation[] =>
  daysFrom(dayOf(startAt))(dayOf(startAt + chaosMs + LAST_PAYMENT_MS));

const daysFrom = once((first: string) => once((last: string) => daysBetween(first, last)));

const daysBetween = (first: string, last: string): readonly Reconciliation[] => {
  const dates = Array.from({ length: 2 * AROUND }, (_, at) => daysAfter(first, at - AROUND));
  return PROVIDERS.flatMap((provider) =>
    dates.map((date) => {
      const mayHold = date >= first && date <= last;
      return {
        _id: `${provider}_${date}`,
        provider,
        date,
        startsAt: startOf(date),
        run: 1,
        position: 0,
        tally: NOTHING_YET,
        ...(mayHold
          ? { status: 'waiting', checkAt: firstAskedAt(date) }
          : { status: 'balanced', finishedAt: startOf(date) }),
      } as const;
    }),
  );
};

/**
 * Lets days wait for their bill that were taken for empty and are not: a refund may arrive days after the chaos. True
 * when there were any.
 */
export const waitForLateLines = (stage: Stage): boolean => {
  const overlooked = stage.documents('reconciliations').filter((day) => {
    if (day.billFile !== undefined || day.checkAt !== undefined) return false;
    const bill = { channel: day.provider, day: startOf(day.date), now: Infinity };
    return billOf(stage.provider.book, bill);
  });
  for (const { _id, date } of overlooked) {
    stage.change('reconciliations', _id, { status: 'waiting', checkAt: firstAskedAt(date) });
  }
  return overlooked.length > 0;
};
