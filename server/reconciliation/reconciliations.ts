import { atMost, many, oneOf, type Database, type Read } from '../database';
import type { Listing } from '../paging';
import type { ProviderName } from '../payments';
import { startOf } from './days';
import { NOTHING_YET, type Reconciliation } from './reconciliation';

const RECONCILIATIONS = 'reconciliations';

/** A provider's day. */
export type ProviderDay = { readonly provider: ProviderName; readonly date: string };

type Beginning = { readonly begunAt: number; readonly checkAt: number };

const idOf = ({ provider, date }: ProviderDay): string => `${provider}_${date}`;

const beginning = (day: ProviderDay, { begunAt, checkAt }: Beginning): Reconciliation => ({
  _id: idOf(day),
  ...day,
  startsAt: startOf(day.date),
  begunAt,
  status: 'waiting',
  run: 1,
  position: 0,
  tally: NOTHING_YET,
  checkAt,
});

/** Every provider's days, and how far each was compared. */
export const reconciliationsOf = (db: Database) => {
  const reconciliations = db.collection<Reconciliation>(RECONCILIATIONS);
  return {
    get: (day: ProviderDay) => reconciliations.get(idOf(day)),

    /** Begins a day that nobody began; false when somebody did. */
    begin: (day: ProviderDay, moments: Beginning) =>
      reconciliations.insertOnce(beginning(day, moments)),

    /** Takes a step, unless another process took one since this one was read. */
    step: ({ _id, run, position }: Reconciliation, set: Partial<Reconciliation>) =>
      reconciliations.updateIf({ _id, run, position }, { set }),

    /** Ends a run, unless it was overtaken; `checkAt` says when the day is looked at a last time, if ever. */
    finish: (
      { _id, run, position }: Reconciliation,
      set: Partial<Reconciliation>,
      checkAt: number | undefined,
    ) =>
      reconciliations.updateIf(
        { _id, run, position },
        checkAt === undefined
          ? { set, unset: ['checkAt', 'note'] }
          : { set: { ...set, checkAt }, unset: ['note'] },
      ),
  };
};

/** The read of those of several days that were begun; only which they are. */
export const begunOf = (days: readonly ProviderDay[]): Read<Reconciliation, true> =>
  many<Reconciliation>(
    RECONCILIATIONS,
    { _id: oneOf(days.map(idOf)) },
    { limit: 1000, fields: ['provider', 'date'] },
  );

/** The read of days whose time to be looked at has come, longest waiting first. */
export const dueDays = (now: number, limit: number): Read<Reconciliation, true> =>
  many<Reconciliation>(
    RECONCILIATIONS,
    { checkAt: atMost(now) },
    { orderBy: [['checkAt', 'asc']], limit },
  );

/** Days in pages, latest first. */
export const reconciliationsListed = (size = 20): Listing => ({
  collection: RECONCILIATIONS,
  where: {},
  sortBy: 'startsAt',
  size,
});
