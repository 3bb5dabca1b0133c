import { isMember, runAt, standingSources, type Rights, type Run } from '../access/rights';
import type { CourseStatus } from '../catalogue/contract';

/** What a lesson is to someone: `hidden` is as if it did not exist, `closed` can be bought. */
export type Opening = 'open' | 'closed' | 'hidden';

/** A lesson as far as opening it matters. */
export type LessonToOpen = {
  readonly courseId: string;
  readonly status: CourseStatus;
  readonly memberFree: boolean;
  /** Marked for anyone to try. */
  readonly free: boolean;
  /** When the teacher took it out of the course, if so. */
  readonly removedAt?: number;
};

/**
 * Whether someone may open a lesson by what they own. Whoever bought a course keeps it, retired or removed,
 * with the lessons it had then; members and visitors have what is on sale now.
 */
export const openingOf = (lesson: LessonToOpen, rights: Rights, now: number): Opening => {
  if (boughtWith(lesson, rights)) return 'open';
  if (lesson.status !== 'published' || lesson.removedAt !== undefined) return 'hidden';
  if (lesson.free || (lesson.memberFree && isMember(rights, now))) return 'open';
  return 'closed';
};

/** The stretch of a membership without which a lesson that is open would be closed; undefined where it is open anyway. */
export const openedByRun = (lesson: LessonToOpen, rights: Rights, now: number): Run | undefined =>
  openingOf(lesson, { ...rights, membership: {} }, now) === 'open' ? undefined : runAt(rights, now);

const boughtWith = ({ courseId, removedAt = Infinity, status }: LessonToOpen, rights: Rights) =>
  status !== 'draft' &&
  standingSources(rights, courseId).some(
    (orderId) => (rights.courses[courseId]?.[orderId]?.at ?? Infinity) <= removedAt,
  );
