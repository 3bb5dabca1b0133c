import { fail, ok, type Result } from '../../../shared/result';
import type { Context } from '../../context';
import type { Lesson, LessonContent } from '../../learning/lesson';
import { lessonsIn, lessonVersions } from '../../learning/lessons';

type Tools = Pick<Context, 'db' | 'now'>;

/** Adds a lesson; the same request again finds it made, with other content it is refused. */
export const addLesson = async (
  { _id, courseId, content, note }: Pick<Lesson, '_id' | 'courseId' | 'content' | 'note'>,
  { db, now }: Tools,
): Promise<Result<Lesson, 'REQUEST_REUSED'>> => {
  const lessons = lessonsIn(db);
  const lesson: Lesson = { _id, courseId, content, note, contentVersion: 1, savedAt: now };
  if (await lessons.insertOnce(lesson)) return ok(lesson);
  const made = await lessons.get(_id);
  return made && made.courseId === courseId && sameContent(made.content, content)
    ? ok(made)
    : fail('REQUEST_REUSED');
};

/**
 * Gives a lesson new content and keeps the old. The old is kept first: whatever stops this halfway, nothing is
 * lost and nothing is in the way of the next save.
 */
export const replaceContent = async (
  lesson: Lesson,
  { content, note }: { content: LessonContent; note: string },
  { db, now }: Tools,
): Promise<Result<Lesson, 'CHANGED_MEANWHILE'>> => {
  if (sameContent(lesson.content, content)) return ok(lesson);
  await lessonVersions(db).keep(lesson);
  const next = { content, note, savedAt: now };
  const done = await lessonsIn(db).replace(lesson, next);
  return done
    ? ok({ ...lesson, ...next, contentVersion: lesson.contentVersion + 1 })
    : fail('CHANGED_MEANWHILE');
};

const sameContent = (a: LessonContent, b: LessonContent): boolean =>
  a.kind === b.kind && a.text === b.text && a.file?.fileId === b.file?.fileId;
