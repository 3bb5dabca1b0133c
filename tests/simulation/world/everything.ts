import type { Violation } from '../../../server/audit/check';
import { BEGINNING, isOver, onePage } from '../../../server/audit/walk/walk';
import type { Found, Read } from '../../../server/database';
import { pipelineOf } from '../../../server/wechat/database/together';
import type { SimulatedCloud } from '../cloud';

/** Reads the stored documents as a function would, without any I/O of the schedule. */
const readsOf = (cloud: SimulatedCloud) => ({
  together: <R extends Record<string, Read>>(reads: R): Promise<Found<R>> => {
    const found: Record<string, unknown> = {};
    for (const [name, read] of Object.entries(reads)) {
      const docs = cloud.answer(read.collection, pipelineOf(read));
      found[name] = read.many ? docs : docs[0];
    }
    return Promise.resolve(found as Found<R>);
  },
});

/** The nightly audit over the whole database, by its own code. */
export const auditEverything = async (cloud: SimulatedCloud, now: number): Promise<Violation[]> => {
  const ground = { db: readsOf(cloud), now, startedAt: now };
  let progress = BEGINNING;
  while (!isOver(progress)) progress = await onePage(ground, progress);
  return [...progress.examples];
};
