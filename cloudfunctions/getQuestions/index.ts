import { userOf } from '../../server/caller';
import { coursesBy } from '../../server/catalogue/courses';
import type { StoredComment } from '../../server/comments/comment';
import { teacherComments } from '../../server/comments/lists';
import { repliesTo, showComment } from '../../server/comments/showing';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { mapPage, readPage } from '../../server/paging';
import { getQuestions as contract } from '../../shared/comments/contract';
import { ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  run: async ({ answered, cursor }, { caller, db }) => {
    const { _id: teacherId } = userOf(caller);
    const page = await readPage<StoredComment>(db, teacherComments(teacherId, answered), cursor);
    const courseIds = [...new Set(page.items.map(({ courseId }) => courseId))];
    const [replies, { courses }] = await Promise.all([
      repliesTo(db, page.items),
      db.together({ courses: coursesBy(courseIds) }),
    ]);
    const titles = new Map(courses.map(({ _id, title }) => [_id, title]));
    return ok(
      mapPage(page, (comment) => ({
        ...showComment(comment, replies.get(comment._id) ?? [], teacherId),
        courseTitle: titles.get(comment.courseId) ?? '',
      })),
    );
  },
});

export const main = live(handler);
