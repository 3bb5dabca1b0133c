import { above, many, oneOf, type Database, type Document, type Read } from '../../database';
import type { Violation } from '../check';
import type { Balances } from '../fold';

/** What a walk reads with and the moment it was begun; it writes nothing of what it looks at. */
export type Ground = {
  readonly db: Pick<Database, 'together'>;
  /** When this run looks. */
  readonly now: number;
  /** When the walk was begun: the journal is folded up to a while before. */
  readonly startedAt: number;
};

/** Where a stage is: what it has dealt with, and the journal as far as it was folded before. */
export type Place = { readonly after: string; readonly balances: Balances };

/** What one page of a stage found; without `next` the stage is over. */
export type PageResult = {
  readonly violations: readonly Violation[];
  readonly looked: number;
  readonly next?: string;
  readonly balances?: Balances;
};

/** One collection, gone through page by page. */
export type Stage = {
  readonly name: string;
  page(ground: Ground, place: Place): Promise<PageResult>;
};

type Walked<Doc extends Document> = {
  readonly collection: string;
  readonly size: number;
  readonly fields?: readonly string[];
  /** Looks at documents with all that belongs to them; the subject of each violation is a document's id. */
  readonly audit: (ground: Ground, docs: readonly Doc[], place: Place) => Promise<Violation[]>;
};

/** One read on its own. */
export const readMany = async <Doc extends Document>(
  { db }: Pick<Ground, 'db'>,
  read: Read<Doc, true>,
): Promise<Doc[]> => (await db.together({ docs: read })).docs;

/**
 * A stage over the documents of one collection, by id. What belongs together is read one after another while the shop
 * goes on, so a document that looks wrong is read again: only what is wrong both times counts.
 */
export const stageOf = <Doc extends Document>(walked: Walked<Doc>): Stage => ({
  name: walked.collection,
  page: async (ground, place) => {
    const { collection, size, fields } = walked;
    const options = { orderBy: [['_id', 'asc']], limit: size, ...(fields && { fields }) } as const;
    const docs = await readMany(
      ground,
      many<Doc>(collection, { _id: above(place.after) }, options),
    );
    const last = docs.at(-1);
    return {
      violations: await auditSurely(walked, ground, { docs, place }),
      looked: docs.length,
      ...(last && docs.length === size && { next: last._id }),
    };
  },
});

type Page<Doc> = { readonly docs: readonly Doc[]; readonly place: Place };

const auditSurely = async <Doc extends Document>(
  { collection, fields, audit }: Walked<Doc>,
  ground: Ground,
  { docs, place }: Page<Doc>,
): Promise<Violation[]> => {
  const look = (some: readonly Doc[]) => inParts(some, (part) => audit(ground, part, place));
  const suspected = await look(docs);
  if (suspected.length === 0) return [];
  const ids = [...new Set(suspected.map(({ subject }) => subject))];
  const options = { limit: ids.length, ...(fields && { fields }) };
  const again = await readMany(ground, many<Doc>(collection, { _id: oneOf(ids) }, options));
  return inBoth(suspected, await look(again));
};

/** What was found twice, as it was found the second time. */
export const inBoth = (first: readonly Violation[], second: readonly Violation[]): Violation[] =>
  second.filter(({ id, subject }) =>
    first.some((before) => before.id === id && before.subject === subject),
  );

/** An answer of the database holds only so much: what is too much at once is looked at in halves. */
const inParts = async <Doc>(
  docs: readonly Doc[],
  audit: (part: readonly Doc[]) => Promise<Violation[]>,
): Promise<Violation[]> => {
  if (docs.length === 0) return [];
  try {
    return await audit(docs);
  } catch (error) {
    if (docs.length === 1) throw error;
    const half = Math.ceil(docs.length / 2);
    const first = await inParts(docs.slice(0, half), audit);
    return [...first, ...(await inParts(docs.slice(half), audit))];
  }
};

/** As many documents as one answer may have. */
export const MOST = 1000;

/** Throws when a list may have been cut: then there were too many at once. */
export const whole = <Doc>(docs: readonly Doc[]): readonly Doc[] => {
  if (docs.length >= MOST) throw new Error(`${docs.length} documents are too many at once`);
  return docs;
};

/** The read of all documents whose field has one of these values. */
export const belongingTo = <Doc extends Document>(
  collection: string,
  field: string,
  values: readonly string[],
): Read<Doc, true> =>
  many<Doc>(collection, { [field]: oneOf([...new Set(values)]) }, { limit: MOST });

const HOUR_MS = 60 * 60_000;

/** Whether nothing happened for so long that everything must have been done. */
export const isQuiet = (lastChange: number, now: number): boolean => now - lastChange > HOUR_MS;
