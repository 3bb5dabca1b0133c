import { atMost, one, type Database, type Document, type Read } from './database';
import { readPage, type Listing } from './paging';
import type { Clock, Log } from './ports';
import type { Swept } from './sweep';

type Due<Doc> = {
  /** In the order they become due. */
  readonly listing: Omit<Listing, 'direction'>;
  readonly isDue: (doc: Doc) => boolean;
  readonly settle: (doc: Doc) => Promise<void>;
  /** When to stop, in epoch ms, so that the platform need not. */
  readonly deadline: number;
};

type Runner = { readonly db: Database; readonly clock: Clock; readonly log: Log };

/**
 * Settles every document that is due, page by page until the deadline. One that fails is logged and comes again next
 * time; it holds up none of the others. `settle` must be safe to repeat.
 */
export const eachDue = async <Doc extends Document>(
  ports: Runner,
  due: Due<Doc>,
): Promise<Swept> => {
  const swept = { looked: 0, settled: 0, left: 0 };
  for await (const doc of dueDocuments(ports.db, due)) {
    if (ports.clock.now() > due.deadline) return { ...swept, left: swept.left + 1 };
    swept.looked += 1;
    if (await attempt(ports.log, doc, due.settle)) swept.settled += 1;
    else swept.left += 1;
  }
  return swept;
};

/** The read of a document of a listing that is due by `now`, if there is one. */
export const dueOf = (
  { collection, where, sortBy }: Due<Document>['listing'],
  now: number,
): Read<Document, false> => one(collection, { ...where, [sortBy]: atMost(now) });

/** Everything that is due, read page by page as it is needed. */
const dueDocuments = async function* <Doc extends Document>(
  db: Database,
  { listing, isDue }: Due<Doc>,
): AsyncGenerator<Doc> {
  let cursor: string | undefined;
  do {
    const page = await readPage<Doc>(db, { ...listing, direction: 'asc' }, cursor);
    const docs = page.items.filter(isDue);
    yield* docs;
    cursor = docs.length === page.items.length ? page.next : undefined;
  } while (cursor !== undefined);
};

const attempt = async <Doc extends Document>(
  log: Log,
  doc: Doc,
  settle: (doc: Doc) => Promise<void>,
): Promise<boolean> => {
  try {
    await settle(doc);
    return true;
  } catch (error) {
    log({ level: 'error', event: 'not settled', subject: doc._id, error: String(error) });
    return false;
  }
};
