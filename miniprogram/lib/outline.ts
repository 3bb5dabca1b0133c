import type { Answer } from './call';
import { lessonKinds } from './courseWords';

type Lesson = Answer<'getCourse'>['course']['outline'][number];

export type OutlineChapter = {
  chapterId: string;
  title: string;
  lessons: { lessonId: string; title: string; free: boolean; icon: string; facts: string }[];
};

/** A flat outline as chapters with their lessons, in the order given. */
export const chaptersOf = (outline: readonly Lesson[]): OutlineChapter[] => {
  const chapters = new Map<string, OutlineChapter>();
  for (const lesson of outline) {
    const { chapterId, chapterTitle: title } = lesson;
    const chapter = chapters.get(chapterId) ?? { chapterId, title, lessons: [] };
    chapter.lessons.push(lineOf(lesson));
    chapters.set(chapterId, chapter);
  }
  return [...chapters.values()];
};

const lineOf = ({ lessonId, title, free, kind, minutes }: Lesson) => {
  const { word, icon } = lessonKinds[kind];
  return { lessonId, title, free, icon, facts: minutes ? `${word} · ${minutes} 分钟` : word };
};
