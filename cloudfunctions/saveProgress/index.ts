import { saveProgress as contract } from '../../shared/learning/contract';
import type { Beat } from '../../shared/learning/study';
import { fail, ok } from '../../shared/result';
import { userOf } from '../../server/caller';
import { defineFunction } from '../../server/defineFunction';
import { hearBeat } from '../../server/learning/hearing';
import { letIn, openingReads } from '../../server/learning/opening';
import { live } from '../../server/live';

export const handler = defineFunction(contract, {
  reads: openingReads,
  run: async ({ lessonId, position, length, sitting }, { caller, found, now, db }) => {
    const opened = letIn(found, caller, now);
    if (typeof opened === 'string') return fail(opened);

    const beat: Beat = { lessonId, sitting, position, at: now };
    const { percent } = await hearBeat(db, { userId: userOf(caller)._id, opened, beat, length });
    return ok({ percent, finished: percent === 100 });
  },
});

export const main = live(handler);
