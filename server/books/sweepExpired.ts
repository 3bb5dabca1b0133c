import { below, many, type Database, type Document, type Read } from '../database';
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

const expired = ({ field, keptMs, collection }: Expiring, now: number): Read<Document, true> =>
  many<Document>(
    collection,
    { [field]: below(now - keptMs) },
    { orderBy: [[field, 'asc']], limit: BATCH, fields: [field] },
  );

const removeAll = async (
  db: Database,
  collection: string,
  found: readonly Document[],
): Promise<void> => {
  const documents = db.collection<Document>(collection);
  await sideBySide(found, AT_ONCE, ({ _id }) => documents.remove(_id));
};

/** Removes what has expired, so that it does not pile up. */
export const sweepExpired: Step = async ({ db, clock, now }, until) => {
  const found = await db.together(
    Object.fromEntries(EXPIRING.map((each) => [each.collection, expired(each, now)])),
  );
  let swept = 0;
  for (const [collection, documents] of Object.entries(found)) {
    if (clock.now() >= until) break;
    await removeAll(db, collection, documents);
    swept += documents.length;
  }
  return { looked: swept, settled: swept, left: 0 };
};
