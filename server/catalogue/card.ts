import type { CourseCard } from '../../shared/catalogue/contract';
import { fen } from '../../shared/money';
import { pricesShown } from '../../shared/pricing/coursePrices';
import type { CourseInList } from './courses';

/** How many seats of a course are taken; only what counts for showing. */
export type SeatsTaken = { readonly _id: string; readonly taken: number };

/** A course as lists show it now. `taken` is what the seat pools said of it, if anything. */
export const cardOf = (course: CourseInList, now: number, taken = 0): CourseCard => {
  const lessons = course.chapters.flatMap((chapter) => chapter.lessons);
  return {
    courseId: course._id,
    title: course.title,
    subtitle: course.subtitle,
    price: fen(course.price),
    ...pricesShown(course, now),
    memberFree: course.memberFree,
    categoryId: course.categoryId,
    teacherName: course.teacherName,
    lessonCount: lessons.length,
    learnerCount: course.learnerCount,
    kinds: [...new Set(lessons.map(({ kind }) => kind))],
    ...(course.cover && { cover: course.cover }),
    ...seatsShown(course, taken),
    ...ratingShown(course),
  };
};

/** Cards of several courses, with the seats left in those whose places are limited. */
export const cardsOf = (
  courses: readonly CourseInList[],
  { pools, now }: { readonly pools: readonly SeatsTaken[]; readonly now: number },
): CourseCard[] => {
  const taken = new Map(pools.map((pool) => [pool._id, pool.taken]));
  return courses.map((course) => cardOf(course, now, taken.get(course._id)));
};

/** The courses whose places are limited. */
export const limitedAmong = (courses: readonly CourseInList[]): string[] => [
  ...new Set(courses.filter(({ seatCap }) => seatCap !== undefined).map(({ _id }) => _id)),
];

const seatsShown = ({ seatCap: cap }: CourseInList, taken: number): Pick<CourseCard, 'seats'> =>
  cap === undefined ? {} : { seats: { cap, left: Math.max(0, cap - taken) } };

const ratingShown = ({ ratingCount, ratingSum }: CourseInList): Pick<CourseCard, 'rating'> =>
  ratingCount > 0
    ? { rating: { count: ratingCount, average: Math.round((ratingSum / ratingCount) * 10) / 10 } }
    : {};
