import { openDatabase } from '../../emulator/database';
import { BEGINNING, isOver, onePage, type Progress } from '../../server/audit/walk/walk';
import { localReads } from './localReads';

/** The whole audit of a local cloud's database file, by the code of the nightly one; a shop may be open on it. */
export const auditFile = async (file: string, now: number): Promise<Progress> => {
  const database = openDatabase({
    file,
    clock: { now: () => now },
    collections: {},
    maxResultBytes: Infinity,
  });
  const ground = { db: localReads(database), now, startedAt: now };
  try {
    let progress = BEGINNING;
    while (!isOver(progress)) progress = await onePage(ground, progress);
    return progress;
  } finally {
    database.close();
  }
};
