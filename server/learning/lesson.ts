import type { LessonKind } from '../../shared/catalogue/contract';

/** What a lesson holds now; its title and place are in its course's outline. Closed to everybody. */
export type Lesson = {
  readonly _id: string;
  readonly courseId: string;
  /** Goes up by one with every new content. */
  readonly contentVersion: number;
  readonly content: LessonContent;
  /** What the teacher said about this version. */
  readonly note: string;
  readonly savedAt: number;
};

/** Text for articles and e-books, a file for the others (which may have text beside it). */
export type LessonContent = {
  readonly kind: LessonKind;
  readonly text?: string;
  readonly file?: LessonFile;
};

export type LessonFile = {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
  /** How long a film or recording plays, measured in the file itself where its format says so. */
  readonly seconds?: number;
};

/** What a lesson held before; `_id` is the lesson's id and the version's number. */
export type LessonVersion = {
  readonly _id: string;
  readonly lessonId: string;
  readonly contentVersion: number;
  readonly content: LessonContent;
  readonly note: string;
  readonly savedAt: number;
};
