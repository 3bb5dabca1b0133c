import { fail, ok } from '../../shared/result';
import { saveLesson as contract } from '../../shared/teaching/contract';
import { courseBy } from '../../server/catalogue/courses';
import { defineFunction } from '../../server/defineFunction';
import { lessonBy } from '../../server/learning/lessons';
import { live } from '../../server/live';
import { lessonShown } from '../../server/teaching/lesson/shown';
import { saveInto } from '../../server/teaching/lesson/save';

export const handler = defineFunction(contract, {
  reads: ({ courseId, lessonId = '' }) => ({
    course: courseBy(courseId),
    lesson: lessonBy(lessonId),
  }),
  owner: ({ course }) => course?.teacherId,
  run: async (input, { found: { course, lesson }, ...context }) => {
    if (!course || course.status === 'removed') return fail('NOT_FOUND');
    if (input.lessonId !== undefined && lesson?.courseId !== course._id) return fail('NOT_FOUND');

    const saved = await saveInto(course, { input, lesson }, context);
    if (!saved.ok) return saved;
    const shown = await lessonShown(saved.data, context);
    return shown ? ok(shown) : fail('NOT_FOUND');
  },
});

export const main = live(handler);
