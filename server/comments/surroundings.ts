import { courseBy } from '../catalogue/courses';
import type { Database } from '../database';
import type { Surroundings } from './announcing';
import type { StoredComment } from './comment';
import { commentBy } from './comments';

/** The course a comment is about and what it replies to, in one round trip. */
export const surroundingsOf = async (
  db: Database,
  { courseId, parentId }: StoredComment,
): Promise<Surroundings> => {
  const { course, parent } = await db.together({
    course: courseBy(courseId),
    parent: commentBy(parentId),
  });
  if (!course) throw new Error(`course ${courseId} has comments but is not there`);
  return { course, parent };
};
