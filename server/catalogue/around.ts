import type { getCourse } from '../../shared/catalogue/contract';
import type { Output } from '../../shared/contract';
import type { User } from '../accounts/user';
import { userById } from '../accounts/users';
import type { Context } from '../context';
import { summaryOf } from '../learning/progress';
import { resumeAt } from '../learning/resume';
import { openKeyOf } from '../orders/newOrder';
import { isOpen } from '../orders/order';
import { holderOf } from '../orders/orders';
import { lessonsOf, type Course } from './course';

type Around = {
  readonly begun: Pick<Output<typeof getCourse>, 'openOrderId' | 'resumeLessonId'>;
  readonly teacher: Output<typeof getCourse>['course']['teacher'];
};

/** What stands around a course on its page: who teaches it, and what the caller has begun with it. One round trip. */
export const around = async (
  course: Course,
  { caller, db, now }: Pick<Context, 'caller' | 'db' | 'now'>,
): Promise<Around> => {
  // A visitor has begun nothing: no order and no progress is an empty id's.
  const userId = caller.user?._id ?? '';
  const { teacher, order, study } = await db.together({
    teacher: userById(course.teacherId),
    order: holderOf(openKeyOf(userId, { kind: 'course', id: course._id })),
    study: summaryOf(userId, course._id),
  });
  const resume = study && resumeAt(lessonsOf(course), study);
  return {
    teacher: teacherShown(course, teacher),
    begun: {
      ...(order && isOpen(order, now) && { openOrderId: order._id }),
      ...(resume && { resumeLessonId: resume.lessonId }),
    },
  };
};

const teacherShown = ({ teacherId, teacherName }: Course, teacher: User | undefined) => ({
  userId: teacherId,
  nickname: teacher?.nickname ?? teacherName,
  introduction: teacher?.introduction ?? '',
  ...(teacher?.avatar && { avatar: teacher.avatar }),
});
