import type { CourseDraft } from '../../../../../shared/teaching/contract';
import { moved, type Step } from '../../../../lib/reorder';

export type Lesson = CourseDraft['chapters'][number]['lessons'][number];

/** A chapter while it is being arranged; one without an id is new. */
export type Chapter = {
  readonly chapterId?: string;
  readonly title: string;
  readonly lessons: readonly Lesson[];
};

const withLessons = (
  chapters: readonly Chapter[],
  at: number,
  change: (lessons: readonly Lesson[]) => readonly Lesson[],
): readonly Chapter[] =>
  chapters.map((chapter, index) =>
    index === at ? { ...chapter, lessons: change(chapter.lessons) } : chapter,
  );

/** Moves a chapter one place with all its lessons; at the end of the list nothing changes. */
export const moveChapter = (
  chapters: readonly Chapter[],
  index: number,
  step: Step,
): readonly Chapter[] => moved(chapters, index, step);

/** Where a lesson is: the chapter's place, and its own within it. */
export type LessonPlace = { readonly chapter: number; readonly lesson: number };

/** Moves a lesson one place; past the edge of its chapter it goes on into the neighbouring one. */
export const moveLesson = (
  chapters: readonly Chapter[],
  place: LessonPlace,
  step: Step,
): readonly Chapter[] => {
  const lessons = chapters[place.chapter]?.lessons ?? [];
  const moving = lessons[place.lesson];
  if (moving === undefined) return chapters;
  if (lessons[place.lesson + step] !== undefined)
    return withLessons(chapters, place.chapter, (all) => moved(all, place.lesson, step));
  return intoNeighbour(chapters, { moving, from: place.chapter, step });
};

const intoNeighbour = (
  chapters: readonly Chapter[],
  { moving, from, step }: { moving: Lesson; from: number; step: Step },
): readonly Chapter[] => {
  if (chapters[from + step] === undefined) return chapters;
  const without = withLessons(chapters, from, (lessons) => lessons.filter((l) => l !== moving));
  return withLessons(without, from + step, (lessons) =>
    step === 1 ? [moving, ...lessons] : [...lessons, moving],
  );
};

/** Adds an empty chapter at the end. */
export const addChapter = (chapters: readonly Chapter[], title: string): readonly Chapter[] => [
  ...chapters,
  { title, lessons: [] },
];

export const renameChapter = (
  chapters: readonly Chapter[],
  index: number,
  title: string,
): readonly Chapter[] =>
  chapters.map((chapter, at) => (at === index ? { ...chapter, title } : chapter));

/** Takes a chapter away with its lessons; those who bought them keep them. */
export const removeChapter = (chapters: readonly Chapter[], index: number): readonly Chapter[] =>
  chapters.filter((_, at) => at !== index);

export const removeLesson = (
  chapters: readonly Chapter[],
  place: LessonPlace,
): readonly Chapter[] =>
  withLessons(chapters, place.chapter, (lessons) => lessons.filter((_, at) => at !== place.lesson));

/** The arrangement as `editCourse` takes it: chapters by order, lessons by id. */
export const arrangementOf = (chapters: readonly Chapter[]) =>
  chapters.map(({ chapterId, title, lessons }) => ({
    ...(chapterId !== undefined && { chapterId }),
    title,
    lessonIds: lessons.map((lesson) => lesson.lessonId),
  }));
