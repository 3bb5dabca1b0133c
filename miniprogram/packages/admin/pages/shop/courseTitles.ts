import { call } from '../../../../lib/call';

const GONE = '已下架的课程';

/** The titles of the courses on the first screen, by id: most of those that an admin arranges. */
export const shownTitles = async (): Promise<ReadonlyMap<string, string>> => {
  const home = await call('getHome', {});
  const courses = home.ok ? home.data.shelves.flatMap((shelf) => shelf.courses) : [];
  return new Map(courses.map(({ courseId, title }) => [courseId, title]));
};

const askedTitle = async (courseId: string): Promise<string> => {
  const reply = await call('getCourse', { courseId });
  return reply.ok ? reply.data.course.title : GONE;
};

/** The titles of courses, in the same order; those not among the known ones are asked for. */
export const titlesOf = (
  courseIds: readonly string[],
  known: ReadonlyMap<string, string>,
): Promise<string[]> =>
  Promise.all(courseIds.map(async (courseId) => known.get(courseId) ?? askedTitle(courseId)));
