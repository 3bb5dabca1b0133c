import { many, oneOf } from '../../database';
import type { JournalEntry } from '../../journal/journal';
import type { Seal } from '../../journal/seals';
import type { Page } from '../../paging';
import { daysAfter, endOf, startOf } from '../../reconciliation/days';
import type { Violation } from '../check';
import { auditSeal } from '../seal';
import { auditShape } from '../shape';
import { afterAllOf, readEntries } from './journal';
import { readMany, stageOf, type Ground } from './stage';

/** All entries of a day; the journal of one day fits in memory. */
const entriesOf = async (ground: Ground, day: string): Promise<JournalEntry[]> => {
  const found: JournalEntry[] = [];
  let cursor: string | undefined = afterAllOf(startOf(day) - 1);
  while (cursor !== undefined) {
    const page: Page<JournalEntry> = await readEntries(ground, cursor);
    const within = page.items.filter(({ at }) => at < endOf(day));
    found.push(...within);
    cursor = within.length === page.items.length ? page.next : undefined;
  }
  return found;
};

/** Every sealed day, with its entries as they are now. */
export const SEALS = stageOf<Seal>({
  collection: 'seals',
  size: 5,
  audit: async (ground, seals) => {
    const days = seals.map(({ _id }) => daysAfter(_id, -1));
    const read = many<Seal>('seals', { _id: oneOf(days) }, { limit: days.length });
    const before = await readMany(ground, read);
    const found: Violation[] = seals.flatMap((seal) => auditShape('seals', seal));
    for (const seal of seals) {
      const earlier = before.find(({ _id }) => _id === daysAfter(seal._id, -1));
      const entries = await entriesOf(ground, seal._id);
      const file = { seal, entries, ...(earlier && { earlier }) };
      found.push(...auditSeal(file, { now: ground.now, quiet: true }));
    }
    return found;
  },
});
