import { many, oneOf } from '../../database';
import type { JournalEntry } from '../../journal/journal';
import type { Order } from '../../orders/order';
import { pageFrom, pageReads, type Page } from '../../paging';
import type { Violation } from '../check';
import { auditEntry } from '../entry';
import { foldOf, type Balances } from '../fold';
import { auditShape } from '../shape';
import { MOST, readMany, type Ground, type Stage } from './stage';

/** An entry may be written so long after the moment it bears: longer than any function runs. */
const SETTLED_MS = 10 * 60_000;

/** Up to when the journal is folded in the walk; what is younger is read again for every comparison. */
export const horizonOf = ({ startedAt }: Pick<Ground, 'startedAt'>): number =>
  startedAt - SETTLED_MS;

const OLDEST_FIRST = {
  collection: 'journal',
  where: {},
  sortBy: 'at',
  direction: 'asc',
  size: 500,
} as const;

const auditEntries = async (
  ground: Ground,
  entries: readonly JournalEntry[],
): Promise<Violation[]> => {
  const ids = [...new Set(entries.flatMap(({ orderId }) => orderId ?? []))];
  const options = { limit: MOST, fields: ['status'] };
  const orders = await readMany(ground, many<Order>('orders', { _id: oneOf(ids) }, options));
  const known = new Set(orders.map(({ _id }) => _id));
  const moment = { now: ground.now, quiet: true };
  return entries.flatMap((entry) => [
    ...auditShape('journal', entry),
    ...auditEntry({ entry, orderFound: known.has(entry.orderId ?? '') }, moment),
  ]);
};

/** A page of the journal, oldest first. */
export const readEntries = async ({ db }: Ground, cursor?: string): Promise<Page<JournalEntry>> =>
  pageFrom(OLDEST_FIRST, await db.together(pageReads<JournalEntry>(OLDEST_FIRST, cursor)));

/** The whole journal, oldest first, folded into the balances of all accounts. */
export const JOURNAL: Stage = {
  name: 'journal',
  page: async (ground, { after, balances }) => {
    const { items, next } = await readEntries(ground, after || undefined);
    const entries = items.filter(({ at }) => at <= horizonOf(ground));
    return {
      violations: await auditEntries(ground, entries),
      looked: entries.length,
      balances: foldOf(entries, balances),
      ...(next !== undefined && entries.length === items.length && { next }),
    };
  },
};

/** The balances of all accounts now: as they were folded, and with all that was written since. */
export const balancesNow = async (ground: Ground, folded: Balances): Promise<Balances> => {
  let balances = folded;
  let cursor: string | undefined = afterAllOf(horizonOf(ground));
  while (cursor !== undefined) {
    const page: Page<JournalEntry> = await readEntries(ground, cursor);
    balances = foldOf(page.items, balances);
    cursor = page.next;
  }
  return balances;
};

/** The place after every entry of a moment: no id comes after this. */
export const afterAllOf = (moment: number): string => `${moment}.~`;
