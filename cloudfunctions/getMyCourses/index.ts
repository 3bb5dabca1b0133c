import { ok } from '../../shared/result';
import { getMyCourses as contract } from '../../shared/teaching/contract';
import { fen } from '../../shared/money';
import { userOf } from '../../server/caller';
import { taughtPages, type CourseTaught } from '../../server/catalogue/courses';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { mapPage, readPage } from '../../server/paging';

const rowOf = (course: CourseTaught) => ({
  courseId: course._id,
  title: course.title,
  status: course.status,
  price: fen(course.price),
  lessonCount: course.chapters.flatMap(({ lessons }) => lessons).length,
  learnerCount: course.learnerCount,
  updatedAt: course.updatedAt,
  ...(course.cover && { cover: course.cover }),
});

export const handler = defineFunction(contract, {
  run: async ({ status, cursor }, { caller, db }) => {
    const listing = taughtPages(userOf(caller)._id, status);
    return ok(mapPage(await readPage<CourseTaught>(db, listing, cursor), rowOf));
  },
});

export const main = live(handler);
