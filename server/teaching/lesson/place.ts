import { fail, ok, type Result } from '../../../shared/result';
import { lessonsOf, type Chapter, type Course, type OutlineLesson } from '../../catalogue/course';
import { coursesOf } from '../../catalogue/courses';
import type { Context } from '../../context';
import { outlineAfter } from '../course/arrange';
import { changed } from '../course/edit';

type Place = { readonly chapterId: string; readonly line: OutlineLesson };

const ATTEMPTS = 4;

/**
 * Writes a lesson's line into the outline: where it stands already, or at the end of another chapter. Tried again
 * on the course as it has become, for this disturbs no other change.
 */
export const placeLesson = async (
  course: Course,
  place: Place,
  { db, now, attempt = 1 }: Pick<Context, 'db' | 'now'> & { readonly attempt?: number },
): Promise<Result<Course, 'NOT_FOUND' | 'CHANGED_MEANWHILE'>> => {
  if (!course.chapters.some(({ chapterId }) => chapterId === place.chapterId)) {
    return fail('NOT_FOUND');
  }
  const chapters = withLine(course.chapters, place);
  if (JSON.stringify(chapters) === JSON.stringify(course.chapters)) return ok(course);

  const courses = coursesOf(db);
  const set = outlineAfter(course, chapters, now);
  if (await courses.change(course, { set, now })) return ok(changed(course, { set }, now));
  const fresh = await courses.get(course._id);
  return fresh && attempt < ATTEMPTS
    ? placeLesson(fresh, place, { db, now, attempt: attempt + 1 })
    : fail('CHANGED_MEANWHILE');
};

const withLine = (chapters: readonly Chapter[], { chapterId, line }: Place): Chapter[] => {
  const home = chapters.find((chapter) =>
    lessonsOf({ chapters: [chapter] }).some(({ lessonId }) => lessonId === line.lessonId),
  );
  const stays = home?.chapterId === chapterId;
  return chapters.map((chapter) => ({
    ...chapter,
    lessons: stays ? replaced(chapter, line) : moved(chapter, { chapterId, line }),
  }));
};

const replaced = ({ lessons }: Chapter, line: OutlineLesson): OutlineLesson[] =>
  lessons.map((each) => (each.lessonId === line.lessonId ? line : each));

const moved = ({ chapterId, lessons }: Chapter, place: Place): OutlineLesson[] => [
  ...lessons.filter(({ lessonId }) => lessonId !== place.line.lessonId),
  ...(chapterId === place.chapterId ? [place.line] : []),
];
