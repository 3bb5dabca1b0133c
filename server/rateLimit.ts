import { below, type Database } from './database';

/** At most so many calls of one person in each window of so many minutes. */
export type Limit = { readonly calls: number; readonly minutes: number };

type Window = { readonly _id: string; readonly calls: number; readonly endsAt: number };

/**
 * Counts a call and says whether it may go on. One conditional update in the ordinary case;
 * a write the SDK repeats can only over-count, which is the safe side.
 */
export const withinLimit = async (
  db: Database,
  { subject, limit, now }: { subject: string; limit: Limit; now: number },
): Promise<boolean> => {
  const windows = db.collection<Window>('rateLimits');
  const length = limit.minutes * 60_000;
  const start = Math.floor(now / length) * length;
  const _id = `${subject}-${start}`;
  const count = () =>
    windows.updateIf({ _id, calls: below(limit.calls) }, { increase: { calls: 1 } });

  if (await count()) return true;
  if (await windows.insertOnce({ _id, calls: 1, endsAt: start + length })) return true;
  return count();
};
