import { isMember, standingSources } from '../../shared/access/rights';
import type { getLearning } from '../../shared/learning/contract';
import type { Output } from '../../shared/contract';
import type { User } from '../accounts/user';
import type { CourseStudied } from '../catalogue/courses';
import { coursesStudied } from '../catalogue/courses';
import { boughtSince } from '../catalogue/visibility';
import type { Database } from '../database';
import { pageAfter } from '../paging';
import { summariesOf, type ProgressSummary } from './progress';

export type Source = Output<typeof getLearning>['items'][number]['source'];

/** A course on someone's shelf, with what they did of it and why it is there. */
export type Studied = {
  readonly course: CourseStudied;
  readonly progress: ProgressSummary | undefined;
  readonly source: Source;
  /** When it was studied last, or bought if it never was. */
  readonly at: number;
};

/** Everything someone can go on with, last studied first: two round trips, three when some of it is not bought. */
export const shelfOf = async (db: Database, user: User, now: number): Promise<Studied[]> => {
  const boughtIds = Object.keys(user.rights.courses).filter(
    (courseId) => standingSources(user.rights, courseId).length > 0,
  );
  const { studies, bought } = await db.together({
    studies: summariesOf(user._id),
    bought: coursesStudied(boughtIds),
  });
  const otherIds = studies.map(({ courseId }) => courseId).filter((id) => !boughtIds.includes(id));
  const { others } =
    otherIds.length > 0 ? await db.together({ others: coursesStudied(otherIds) }) : { others: [] };
  return [...bought, ...others]
    .flatMap((course) => entryOf(course, { studies, user, now }))
    .sort((a, b) => b.at - a.at || (a.course._id < b.course._id ? 1 : -1));
};

type Viewed = { studies: readonly ProgressSummary[]; user: User; now: number };

const entryOf = (course: CourseStudied, { studies, user, now }: Viewed): Studied[] => {
  const source = sourceOf(course, user, now);
  if (!source) return [];
  const progress = studies.find(({ courseId }) => courseId === course._id);
  return [
    {
      course,
      progress,
      source,
      at: progress?.lastStudiedAt ?? boughtSince(course._id, user.rights),
    },
  ];
};

/** Why a course is on someone's shelf; a course whose free lessons were only tried is on nobody's. */
const sourceOf = (course: CourseStudied, user: User, now: number): Source | undefined => {
  if (standingSources(user.rights, course._id).length > 0) return 'bought';
  if (course.teacherId === user._id) return course.status === 'removed' ? undefined : 'teaching';
  const onSale = course.status === 'published';
  return onSale && course.memberFree && isMember(user.rights, now) ? 'member' : undefined;
};

/** What follows the place where a page ended; everything when there was none. */
export const following = (shelf: readonly Studied[], cursor: string | undefined): Studied[] => {
  const place = pageAfter(cursor);
  if (!place) return [...shelf];
  return shelf.filter(
    ({ at, course }) => at < place.value || (at === place.value && course._id < place.id),
  );
};
