import { fail, ok } from '../../shared/result';
import { getLessonDraft as contract } from '../../shared/teaching/contract';
import { defineFunction } from '../../server/defineFunction';
import { openingReads } from '../../server/learning/opening';
import { live } from '../../server/live';
import { lessonShown } from '../../server/teaching/lesson/shown';

export const handler = defineFunction(contract, {
  reads: openingReads,
  owner: ({ course }) => course?.teacherId,
  run: async (_input, { found: { lesson, course }, ...context }) => {
    const shown = lesson && course && (await lessonShown({ lesson, course }, context));
    return shown ? ok(shown) : fail('NOT_FOUND');
  },
});

export const main = live(handler);
