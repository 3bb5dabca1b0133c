import { lessonsOf, type Course } from '../catalogue/course';
import type { Context } from '../context';

/** The lessons before and after one, in the order of the outline. */
export const neighboursOf = (
  course: Course,
  lessonId: string,
): { previousLessonId?: string; nextLessonId?: string } => {
  const ids = lessonsOf(course).map((line) => line.lessonId);
  const index = ids.indexOf(lessonId);
  if (index < 0) return {};
  const previous = ids[index - 1];
  const next = ids[index + 1];
  return {
    ...(previous && { previousLessonId: previous }),
    ...(next && { nextLessonId: next }),
  };
};

/** Enough of an id to tell whose copy it is, for the shop alone: no name, no WeChat identity. */
export const watermarkOf = ({ caller, ids }: Pick<Context, 'caller' | 'ids'>): string =>
  (caller.user?._id ?? ids.derived('who', caller.openid ?? caller.clientIp)).slice(-8);
