import { fail, ok, type Result } from '../../../shared/result';
import { lessonsOf, type Chapter, type Course, type OutlineLesson } from '../../catalogue/course';
import type { Ids } from '../../ports';
import { commit, type Desk, type Edited, type EditInput, type Refusal } from './edit';
import { checkWords } from './fields';

type Input = Extract<EditInput, { action: 'arrange' }>;

/**
 * Puts chapters and lessons in the order given. Lessons left out are removed from the outline, never from those
 * who had them; naming one again brings it back.
 */
export const arrange = async (input: Input, course: Course, desk: Desk): Promise<Edited> => {
  const chapters = chaptersOf(input, course, desk.ids);
  if (!chapters.ok) return chapters;

  const titles = newTitles(chapters.data, course);
  const checked = titles ? await checkWords(titles, desk) : ok(true);
  if (!checked.ok) return checked;
  return commit(
    course,
    { version: input.version, change: { set: outlineAfter(course, chapters.data, desk.now) } },
    desk,
  );
};

/** What changes in a course when its chapters become these. */
export const outlineAfter = (
  course: Course,
  chapters: readonly Chapter[],
  now: number,
): Pick<Course, 'chapters' | 'removedLessons' | 'lessonIds'> => {
  const listed = new Set(lessonsOf({ chapters }).map(({ lessonId }) => lessonId));
  const isOut = ({ lessonId }: OutlineLesson) => !listed.has(lessonId);
  return {
    chapters,
    removedLessons: [
      ...course.removedLessons.filter(isOut),
      ...lessonsOf(course)
        .filter(isOut)
        .map((lesson) => ({ ...lesson, removedAt: now })),
    ],
    lessonIds: [...new Set([...course.lessonIds, ...listed])],
  };
};

const chaptersOf = (
  { chapters, version }: Input,
  course: Course,
  ids: Ids,
): Result<Chapter[], Refusal> => {
  const lessons = new Map(everyLesson(course).map((lesson) => [lesson.lessonId, lesson]));
  const known = new Set(course.chapters.map(({ chapterId }) => chapterId));
  const wanted = chapters.flatMap(({ lessonIds }) => lessonIds);
  const named = chapters.flatMap(({ chapterId }) => chapterId ?? []);
  if (hasTwice(wanted) || hasTwice(named)) return fail('INVALID_INPUT');
  if (!wanted.every((id) => lessons.has(id)) || !named.every((id) => known.has(id))) {
    return fail('NOT_FOUND');
  }
  return ok(
    chapters.map(({ chapterId, title, lessonIds }, index) => ({
      // Derived, so that a repeated request makes the same chapter.
      chapterId: chapterId ?? ids.derived('chp', course._id, String(version), String(index)),
      title,
      lessons: lessonIds.flatMap((id) => lessons.get(id) ?? []),
    })),
  );
};

const everyLesson = (course: Course): OutlineLesson[] => [
  ...course.removedLessons.map(({ removedAt: _removedAt, ...lesson }) => lesson),
  ...lessonsOf(course),
];

const hasTwice = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

const newTitles = (chapters: readonly Chapter[], course: Course): string => {
  const before = new Set(course.chapters.map(({ title }) => title));
  return chapters
    .map(({ title }) => title)
    .filter((title) => !before.has(title))
    .join('\n');
};
