import { dayOf, daysAfter, startOf } from '../../../server/reconciliation/days';
import { NOTHING_YET, type Reconciliation } from '../../../server/reconciliation/reconciliation';
import { firstAskedAt } from '../../../server/reconciliation/reconcileDay';
import type { Script } from './script';

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
export const daysWithBills = ({ startAt, chaosMs }: Script): Reconciliation[] => {
  const [first, last] = [dayOf(startAt), dayOf(startAt + chaosMs + LAST_PAYMENT_MS)];
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
