import type { Input } from '../../../shared/contract';
import type { Result } from '../../../shared/result';
import { fail, ok } from '../../../shared/result';
import type { editCourse } from '../../../shared/teaching/contract';
import type { Course } from '../../catalogue/course';
import { coursesOf } from '../../catalogue/courses';
import type { Context } from '../../context';
import type { ShopSettings } from '../../shop/settings';

export type EditInput = Input<typeof editCourse>;
export type Refusal = Exclude<(typeof editCourse)['errors'][number], never> | 'INVALID_INPUT';
export type Edited = Result<Course, Refusal>;

/** What an edit is given beside its input: the shop for its categories, and the ports. */
export type Desk = Context & { readonly shop: ShopSettings };

/** What an edit makes of a course: fields set, and fields taken away. */
export type Change = { readonly set: Partial<Course>; readonly unset?: readonly (keyof Course)[] };

/** Whether a course can be on sale: its buyers must see what they buy. */
export const isReady = ({ cover, categoryId, chapters }: Course): boolean =>
  Boolean(cover && categoryId) && chapters.some(({ lessons }) => lessons.length > 0);

/** A course with a change made to it. */
export const changed = (course: Course, { set, unset = [] }: Change, now: number): Course => {
  const next = { ...course, ...set, version: course.version + 1, updatedAt: now };
  return Object.fromEntries(
    Object.entries(next).filter(([field]) => !unset.includes(field as keyof Course)),
  ) as Course;
};

/**
 * Makes a change to the version of a course it was meant for. A change that was made already by the same request
 * is answered as done; one that came after somebody else's is refused.
 */
export const commit = async (
  course: Course,
  { version, change }: { version: number; change: Change },
  { db, now }: Pick<Context, 'db' | 'now'>,
): Promise<Edited> => {
  if (version + 1 === course.version && isSo(course, change)) return ok(course);
  if (version !== course.version) return fail('CHANGED_MEANWHILE');
  const next = changed(course, change, now);
  if (next.status === 'published' && !isReady(next)) return fail('COURSE_NOT_READY');
  const done = await coursesOf(db).change(course, { ...change, now });
  return done ? ok(next) : fail('CHANGED_MEANWHILE');
};

const isSo = (course: Course, { set, unset = [] }: Change): boolean =>
  unset.every((field) => course[field] === undefined) &&
  Object.entries(set).every(
    ([field, value]) => JSON.stringify(course[field as keyof Course]) === JSON.stringify(value),
  );
