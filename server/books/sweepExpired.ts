import { below, type Database, type Document } from '../database';
import { sideBySide } from '../sideBySide';
import type { Step } from './keeping';

const HOUR_MS = 60 * 60_000;

type Expiring = {
  readonly collection: string;
  readonly field: string;
  /** How long it matters after its end. */
  readonly keptMs: number;
};

/** What holds no fact about money, people or content, and is of no use any more some time after its end. */
const EXPIRING: readonly Expiring[] = [
  { collection: 'rateLimits', field: 'endsAt', keptMs: HOUR_MS },
  { collection: 'emailCodes', field: 'expiresAt', keptMs: HOUR_MS },
  // Failures count for a day after the last delay.
  { collection: 'loginDelays', field: 'until', keptMs: 25 * HOUR_MS },
];

const BATCH = 500;
const AT_ONCE = 8;

const sweepOne = async (
  db: Database,
  { collection, field, keptMs }: Expiring,
  now: number,
): Promise<number> => {
  const documents = db.collection<Document>(collection);
  const expired = { [field]: below(now - keptMs) };
  const found = await documents.find(expired, {
    orderBy: [[field, 'asc']],
    limit: BATCH,
    fields: [field],
  });
  await sideBySide(found, AT_ONCE, ({ _id }) => documents.remove(_id));
  return found.length;
};

/** Removes what has expired, so that it does not pile up. */
export const sweepExpired: Step = async ({ db, clock, now }, until) => {
  let swept = 0;
  for (const expiring of EXPIRING) {
    if (clock.now() < until) swept += await sweepOne(db, expiring, now);
  }
  return { looked: swept, settled: swept, left: 0 };
};
