import { createHash } from 'node:crypto';
import type { Database } from '../database';
import { readPage } from '../paging';
import type { Ports } from '../ports';
import { dayOf, daysAfter, startOf } from '../reconciliation/days';
import type { Swept } from '../sweep';
import type { JournalEntry } from './journal';

/** The journal of one day in Beijing, sealed: `_id` is the day; `hash` stands for all of it and for the seal before. */
export type Seal = {
  readonly _id: string;
  /** The hash of the seal before; empty for the first. */
  readonly prev: string;
  readonly entries: number;
  readonly hash: string;
};

const HOUR_MS = 60 * 60_000;

const sealsOf = (db: Database) => {
  const seals = db.collection<Seal>('seals');
  return {
    get: (day: string) => seals.get(day),
    insertOnce: (seal: Seal) => seals.insertOnce(seal),
    last: async () => (await seals.find({}, { orderBy: [['_id', 'desc']], limit: 1 }))[0],
  };
};

const journalFrom = { collection: 'journal', where: {}, sortBy: 'at', direction: 'asc' } as const;

/** The cursor after which a day begins: no id is as high as this one. */
const before = (day: string): string => `${startOf(day) - 1}.~`;

/** All entries of a day, by id. */
const entriesOf = async (db: Database, day: string): Promise<JournalEntry[]> => {
  const end = startOf(daysAfter(day, 1));
  const found: JournalEntry[] = [];
  let cursor: string | undefined = before(day);
  while (cursor !== undefined) {
    const page: { items: JournalEntry[]; next?: string } = await readPage<JournalEntry>(
      db,
      { ...journalFrom, size: 900 },
      cursor,
    );
    const within = page.items.filter(({ at }) => at < end);
    found.push(...within);
    cursor = within.length === page.items.length ? page.next : undefined;
  }
  return found.sort((a, b) => (a._id < b._id ? -1 : 1));
};

/** A value with the fields of its objects in order of their names, so that the same content is the same text. */
const inOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The seal of a day over all its entries, which must be in the order of their ids. */
export const sealOver = (day: string, prev: string, entries: readonly JournalEntry[]): Seal => {
  const hash = createHash('sha256').update(`${day}\n${prev}\n`);
  for (const entry of entries) hash.update(`${JSON.stringify(entry, inOrder)}\n`);
  return { _id: day, prev, entries: entries.length, hash: hash.digest('hex') };
};

/** The first day to seal: the one after the last seal, or the one of the first entry. */
const firstDue = async (db: Database, last: Seal | undefined): Promise<string | undefined> => {
  if (last) return daysAfter(last._id, 1);
  const [first] = (await readPage<JournalEntry>(db, { ...journalFrom, size: 1 })).items;
  return first && dayOf(first.at);
};

/**
 * Seals every day that has been over for an hour, in order; each seal holds the one before, so a change to any old
 * entry breaks the chain from there on. Safe to repeat and to cut off anywhere.
 */
export const sealDays = async (
  { db, clock }: Pick<Ports, 'db' | 'clock'>,
  now: number,
  deadline: number,
): Promise<Swept> => {
  const last = await sealsOf(db).last();
  let prev = last?.hash ?? '';
  let sealed = 0;
  let day = await firstDue(db, last);
  while (day !== undefined && now >= startOf(daysAfter(day, 1)) + HOUR_MS) {
    if (clock.now() > deadline) return { looked: sealed, settled: sealed, left: 1 };
    const seal = sealOver(day, prev, await entriesOf(db, day));
    // Another run was faster: the next one goes on from its seal.
    if (!(await sealsOf(db).insertOnce(seal))) return { looked: sealed, settled: sealed, left: 1 };
    prev = seal.hash;
    sealed += 1;
    day = daysAfter(day, 1);
  }
  return { looked: sealed, settled: sealed, left: 0 };
};
