import { above, below, type Database } from './database';

/** At most so many calls of one person in each window of so many minutes. */
export type Limit = { readonly calls: number; readonly minutes: number };

type Window = { readonly _id: string; readonly calls: number; readonly endsAt: number };

const windowOf = ({ subject, limit, now }: Counted): Window => {
  const length = limit.minutes * 60_000;
  const start = Math.floor(now / length) * length;
  return { _id: `${subject}-${start}`, calls: 1, endsAt: start + length };
};

type Counted = { readonly subject: string; readonly limit: Limit; readonly now: number };

/**
 * Counts a call and says whether it may go on. One conditional update in the ordinary case;
 * a write the SDK repeats can only over-count, which is the safe side.
 */
export const withinLimit = async (db: Database, counted: Counted): Promise<boolean> => {
  const windows = db.collection<Window>('rateLimits');
  const first = windowOf(counted);
  const count = () =>
    windows.updateIf(
      { _id: first._id, calls: below(counted.limit.calls) },
      { increase: { calls: 1 } },
    );

  if (await count()) return true;
  if (await windows.insertOnce(first)) return true;
  return count();
};

/** Takes a counted call back, for limits that only count what went wrong. */
export const takeBack = (db: Database, counted: Counted): Promise<boolean> =>
  db
    .collection<Window>('rateLimits')
    .updateIf({ _id: windowOf(counted)._id, calls: above(0) }, { increase: { calls: -1 } });
