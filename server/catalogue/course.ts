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
  /** What a search looks at, folded by `searchTextOf`. */
  readonly searchText: string;
  /** Empty until the teacher chose one. */
  readonly categoryId: string;
  readonly cover?: string;
  /** Fen; 0 is a free course. */
  readonly price: number;
  /** A lower price for a time: from its first moment on, until its last has come. */
  readonly sale?: { readonly price: number; readonly from: number; readonly to: number };
  /** A lower price for members. */
  readonly memberPrice?: number;
  readonly memberFree: boolean;
  /** Present when places are limited; how many are taken is in `seatPools`. */
  readonly seatCap?: number;
  readonly chapters: readonly Chapter[];
  /** Out of the outline; those who had them when they were removed keep them. */
  readonly removedLessons: readonly RemovedLesson[];
  /** Every lesson it has or had, so that one read finds a lesson's course. */
  readonly lessonIds: readonly string[];
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

export type RemovedLesson = OutlineLesson & { readonly removedAt: number };

/** The lessons of a course in the order they are studied. */
export const lessonsOf = ({ chapters }: Pick<Course, 'chapters'>): OutlineLesson[] =>
  chapters.flatMap(({ lessons }) => lessons);
