import type { JournalEntry } from '../../journal/journal';
import { sealOver, type Seal } from '../../journal/seals';
import { differs, examine, unless, type Check, type Moment, type Violation } from '../check';

/** The seal of a day, the one before it, and the day's entries as they are now. */
export type SealCase = {
  readonly seal: Seal;
  readonly earlier?: Pick<Seal, 'hash'>;
  readonly entries: readonly JournalEntry[];
};

const byId = (one: JournalEntry, other: JournalEntry): number => (one._id < other._id ? -1 : 1);

const findBroken = ({ seal, earlier, entries }: SealCase): string[] => {
  const again = sealOver(seal._id, seal.prev, [...entries].sort(byId));
  return [
    ...unless(seal.prev === (earlier?.hash ?? ''), 'it does not follow the seal before it'),
    ...differs('the number of entries', { is: entries.length, wanted: seal.entries }),
    ...unless(again.hash === seal.hash, 'the entries of the day are not those that were sealed'),
  ];
};

const SEAL_CHECKS: readonly Check<SealCase>[] = [{ id: 'INV29', find: findBroken }];

/** Everything that is wrong with the seal of a day. */
export const auditSeal = (caseFile: SealCase, moment: Moment): Violation[] =>
  examine(SEAL_CHECKS, { subject: caseFile.seal._id, caseFile, moment });
