import { NO_RIGHTS, type Run } from '../../shared/access/rights';
import { openedByRun, openingOf, type LessonToOpen } from '../../shared/learning/opening';
import type { Caller } from '../caller';
import { lessonsOf, type Course, type OutlineLesson } from '../catalogue/course';
import { courseOfLesson } from '../catalogue/courses';
import type { Lesson } from './lesson';
import { lessonBy } from './lessons';

/** The reads that opening a lesson stands on. */
export const openingReads = ({ lessonId }: { lessonId: string }) => ({
  lesson: lessonBy(lessonId),
  course: courseOfLesson(lessonId),
});

/** A lesson someone may open, with the course it belongs to and its line in the outline. */
export type Opened = {
  readonly lesson: Lesson;
  readonly course: Course;
  readonly line: OutlineLesson;
  /** The stretch of membership that opened it, where nothing else did. */
  readonly run?: Run;
};

type Found = { readonly lesson: Lesson | undefined; readonly course: Course | undefined };

/** Lets a caller in to a lesson, or says which refusal they get; asked again on every opening. */
export const letIn = (
  { lesson, course }: Found,
  caller: Caller,
  now: number,
): Opened | 'NOT_FOUND' | 'NOT_ENROLLED' => {
  const line = course && lesson && lineOf(course, lesson._id);
  if (!line) return 'NOT_FOUND';
  const found = { lesson, course, line };
  return mayAlways(caller, course) ? found : letInByRights(found, caller, now);
};

/** Lets somebody in by what they own, and notes the stretch of membership where nothing else would have. */
const letInByRights = (
  { lesson, course, line }: Opened & { readonly line: Line },
  caller: Caller,
  now: number,
): Opened | 'NOT_FOUND' | 'NOT_ENROLLED' => {
  const question = [lessonToOpen(course, line), caller.user?.rights ?? NO_RIGHTS, now] as const;
  const opening = openingOf(...question);
  if (opening !== 'open') return REFUSALS[opening];
  const run = openedByRun(...question);
  return { lesson, course, line, ...(run && { run }) };
};

const REFUSALS = { closed: 'NOT_ENROLLED', hidden: 'NOT_FOUND' } as const;

type Line = OutlineLesson & { readonly removedAt?: number };

const lineOf = (course: Course, lessonId: string): Line | undefined =>
  [...lessonsOf(course), ...course.removedLessons].find((line) => line.lessonId === lessonId);

/** Admins see everything; teachers what is theirs. */
export const mayAlways = ({ actor, user }: Caller, { teacherId }: Course): boolean =>
  actor === 'admin' || user?._id === teacherId;

const lessonToOpen = (course: Course, { free, removedAt }: Line): LessonToOpen => ({
  courseId: course._id,
  status: course.status,
  memberFree: course.memberFree,
  free,
  ...(removedAt !== undefined && { removedAt }),
});
