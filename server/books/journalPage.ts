import type { JournalEntry } from '../journal/journal';
import { endOf, startOf } from '../reconciliation/days';
import type { Database } from '../database';
import { readPage, type Listing, type Page } from '../paging';

/** Which entries an admin wants to see; all of them when nothing is said. */
export type Wanted = {
  readonly orderId?: string | undefined;
  readonly account?: string | undefined;
  readonly kind?: string | undefined;
  /** A day in Beijing. */
  readonly day?: string | undefined;
};

const listingOf = ({ orderId, account, kind }: Wanted): Listing => ({
  collection: 'journal',
  where: {
    ...(orderId !== undefined && { orderId }),
    ...(account !== undefined && { 'lines.account': account }),
    ...(kind !== undefined && { kind }),
  },
  sortBy: 'at',
  size: 30,
});

/** Entries in pages, latest first. A day begins behind its last moment and ends before its first. */
export const journalPage = async (
  db: Database,
  wanted: Wanted,
  cursor: string | undefined,
): Promise<Page<JournalEntry>> => {
  const { day } = wanted;
  const from = cursor ?? (day === undefined ? undefined : `${endOf(day)}.0`);
  const page = await readPage<JournalEntry>(db, listingOf(wanted), from);
  if (day === undefined) return page;
  const items = page.items.filter(({ at }) => at >= startOf(day));
  return items.length < page.items.length ? { items } : { ...page, items };
};
