import type { CourseStatus, LessonKind } from '../../shared/catalogue/contract';

/** A course with its outline; what its lessons hold is in `lessons`, closed to everybody. */
export type Course = {
  readonly _id: string;
  readonly teacherId: string;
  readonly teacherName: string;
  readonly status: CourseStatus;
  /** Goes up by one with every change a teacher makes. */
  readonly version: number;
  readonly title: string;
  readonly subtitle: string;
  readonly introduction: string;
  /** Empty until the teacher chose one. */
  readonly categoryId: string;
  readonly cover?: string;
  /** Fen; 0 is a free course. */
  readonly price: number;
  readonly memberFree: boolean;
  /** Present when places are limited; how many are taken is in `seatPools`. */
  readonly seatCap?: number;
  readonly chapters: readonly Chapter[];
  /** Kept by the outbox, for show only. */
  readonly learnerCount: number;
  readonly ratingCount: number;
  readonly ratingSum: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly publishedAt?: number;
};

export type Chapter = {
  readonly chapterId: string;
  readonly title: string;
  readonly lessons: readonly OutlineLesson[];
};

export type OutlineLesson = {
  readonly lessonId: string;
  readonly title: string;
  readonly kind: LessonKind;
  readonly free: boolean;
  readonly minutes: number;
};

/** What a lesson holds now and held before; `courseId` says whose rights open it. */
export type Lesson = {
  readonly _id: string;
  readonly courseId: string;
  readonly chapterId: string;
  readonly title: string;
  readonly kind: LessonKind;
  readonly free: boolean;
  readonly minutes: number;
  readonly versions: readonly LessonVersion[];
  readonly contentVersion: number;
  /** Set when the teacher took it out of the outline; owners may still open it. */
  readonly removedAt?: number;
  readonly createdAt: number;
  readonly updatedAt: number;
};

export type LessonVersion = {
  readonly contentVersion: number;
  readonly text?: string;
  readonly file?: { readonly fileId: string; readonly name: string; readonly bytes: number };
  readonly note: string;
  readonly savedAt: number;
};
