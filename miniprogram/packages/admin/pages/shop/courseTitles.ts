import { call } from '../../../../lib/call';

const GONE = '已下架的课程';

const shownTitles = async (): Promise<Map<string, string>> => {
  const home = await call('getHome', {});
  const courses = home.ok ? home.data.shelves.flatMap((shelf) => shelf.courses) : [];
  return new Map(courses.map(({ courseId, title }) => [courseId, title]));
};

const askedTitle = async (courseId: string): Promise<string> => {
  const reply = await call('getCourse', { courseId });
  return reply.ok ? reply.data.course.title : GONE;
};

/** The titles of courses, in the same order. The first screen knows most of them; only the others are asked for. */
export const titlesOf = async (courseIds: readonly string[]): Promise<string[]> => {
  if (courseIds.length === 0) return [];
  const shown = await shownTitles();
  return Promise.all(
    courseIds.map(async (courseId) => shown.get(courseId) ?? askedTitle(courseId)),
  );
};
