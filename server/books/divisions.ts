import type { EntryRow } from '../../shared/books/contract';
import { subtract, add } from '../../shared/money';
import { usersOf } from '../accounts/users';
import type { Database } from '../database';
import type { JournalEntry } from '../journal/journal';

const MINUTE_MS = 60_000;

/** Nicknames by user id, of the teachers that entries divide money among; no round trip where none does. */
export const teachersIn = async (
  db: Database,
  entries: readonly JournalEntry[],
): Promise<ReadonlyMap<string, string>> => {
  const parts = entries.flatMap(({ division }) => division?.parts ?? []);
  const ids = [...new Set(parts.map(({ teacherId }) => teacherId))];
  return ids.length === 0 ? new Map() : usersOf(db).named(ids);
};

/** How an entry divides what was used up of a membership, as an admin reads it; undefined where it divides nothing. */
export const divisionRow = (
  { division, lines }: JournalEntry,
  nicknames: ReadonlyMap<string, string>,
): EntryRow['division'] => {
  if (!division) return undefined;
  const { from, until, parts } = division;
  const used = add(
    ...lines.filter(({ account }) => account === 'membershipPool').map(({ fen }) => fen),
  );
  return {
    from,
    until,
    parts: parts.map(({ teacherId, ms, amount }) => ({
      teacherId,
      nickname: nicknames.get(teacherId) ?? '',
      minutes: Math.floor(ms / MINUTE_MS),
      fen: amount,
    })),
    platform: subtract(used, add(...parts.map(({ amount }) => amount))),
  };
};
