import { fail, ok } from '../../shared/result';
import { getCourseDraft as contract } from '../../shared/teaching/contract';
import { courseBy } from '../../server/catalogue/courses';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { draftOf } from '../../server/teaching/course/draft';

export const handler = defineFunction(contract, {
  reads: ({ courseId }) => ({ course: courseBy(courseId) }),
  owner: ({ course }) => course?.teacherId,
  run: async (_input, { found: { course } }) => (course ? ok(draftOf(course)) : fail('NOT_FOUND')),
});

export const main = live(handler);
