import { NO_RIGHTS, reasonToOpen, standingSources } from '../../shared/access/rights';
import type { Caller } from '../caller';
import type { Course } from './course';

/** Whether someone may see a course at all: on sale for all, later for those who bought it, a draft for nobody. */
export const maySee = (course: Course, { actor, user }: Caller): boolean => {
  if (course.status === 'published' || actor === 'admin' || user?._id === course.teacherId) {
    return true;
  }
  return course.status !== 'draft' && boughtSince(course._id, user?.rights ?? NO_RIGHTS) < Infinity;
};

/** Whether someone can study a course: it is theirs, open to them as members, or they teach it. */
export const owns = (course: Course, { user }: Caller, now: number): boolean => {
  if (!user) return false;
  const { _id: courseId, memberFree, teacherId } = course;
  return (
    user._id === teacherId || reasonToOpen(user.rights, { courseId, memberFree }, now) !== undefined
  );
};

/** Since when a course has been someone's own, in epoch ms; Infinity when it is not. */
export const boughtSince = (courseId: string, rights: typeof NO_RIGHTS): number =>
  Math.min(
    ...standingSources(rights, courseId).map(
      (orderId) => rights.courses[courseId]?.[orderId]?.at ?? Infinity,
    ),
  );
