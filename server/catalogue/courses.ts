import {
  many,
  one,
  oneOf,
  type Database,
  type FindOptions,
  type Read,
  type Where,
} from '../database';
import type { CourseStatus } from '../../shared/catalogue/contract';
import type { Listing } from '../paging';
import type { Course, OutlineLesson } from './course';

const COURSES = 'courses';
const NOT_REMOVED: readonly CourseStatus[] = ['draft', 'published', 'retired'];

/** What a list needs to know of a course; of its outline only the kinds of lessons. */
export type CourseInList = Pick<
  Course,
  | '_id'
  | 'title'
  | 'subtitle'
  | 'cover'
  | 'price'
  | 'sale'
  | 'memberPrice'
  | 'memberFree'
  | 'categoryId'
  | 'teacherName'
  | 'learnerCount'
  | 'seatCap'
  | 'ratingCount'
  | 'ratingSum'
> & {
  readonly chapters: readonly { readonly lessons: readonly Pick<OutlineLesson, 'kind'>[] }[];
};

const IN_LIST = [
  'title',
  'subtitle',
  'cover',
  'price',
  'sale',
  'memberPrice',
  'memberFree',
  'categoryId',
  'teacherName',
  'learnerCount',
  'seatCap',
  'ratingCount',
  'ratingSum',
  'chapters.lessons.kind',
];

/** The read of a course by its id. */
export const courseBy = (courseId: string): Read<Course, false> =>
  one<Course>(COURSES, { _id: courseId });

/** The read of the course a lesson belongs or belonged to. */
export const courseOfLesson = (lessonId: string): Read<Course, false> =>
  one<Course>(COURSES, { lessonIds: lessonId });

/** The read of several courses, whole. */
export const coursesBy = (courseIds: readonly string[]): Read<Course, true> =>
  many<Course>(COURSES, { _id: oneOf(courseIds) }, { limit: courseIds.length + 1 });

/** What a learner's own list needs to know of a course. */
export type CourseStudied = Pick<
  Course,
  '_id' | 'title' | 'cover' | 'teacherId' | 'teacherName' | 'status' | 'memberFree'
> & {
  readonly chapters: readonly {
    readonly lessons: readonly Pick<OutlineLesson, 'lessonId' | 'title'>[];
  }[];
};

const STUDIED = [
  'title',
  'cover',
  'teacherId',
  'teacherName',
  'status',
  'memberFree',
  'chapters.lessons.lessonId',
  'chapters.lessons.title',
];

/** The read of several courses of any status, as a learner's own list needs them. */
export const coursesStudied = (courseIds: readonly string[]): Read<CourseStudied, true> =>
  many<CourseStudied>(COURSES, { _id: oneOf(courseIds) }, { limit: 1000, fields: STUDIED });

/** The read of those of several courses that are on sale, as lists show them. */
export const publishedAmong = (courseIds: readonly string[]): Read<CourseInList, true> =>
  shelf({ _id: oneOf(courseIds) }, { limit: courseIds.length + 1 });

/** The read of some courses on sale, as lists show them. */
export const shelf = (
  where: Where,
  options: Omit<FindOptions, 'fields'>,
): Read<CourseInList, true> =>
  many<CourseInList>(COURSES, { ...where, status: 'published' }, { ...options, fields: IN_LIST });

/** The read of the courses on sale that a membership opens; only their ids. */
export const memberCourses = (): Read<Pick<Course, '_id'>, true> =>
  many<Pick<Course, '_id'>>(
    COURSES,
    { status: 'published', memberFree: true },
    { limit: 1000, fields: ['_id'] },
  );

/** Courses on sale in pages, as lists show them. */
export const publishedPages = (
  where: Where,
  order: Pick<Listing, 'sortBy' | 'direction'>,
): Listing => ({
  collection: COURSES,
  where: { ...where, status: 'published' },
  ...order,
  size: 20,
  fields: [...IN_LIST, 'publishedAt'],
});

/** What a teacher's list needs to know of a course. */
export type CourseTaught = Pick<
  Course,
  '_id' | 'title' | 'cover' | 'status' | 'price' | 'learnerCount' | 'updatedAt'
> & { readonly chapters: CourseInList['chapters'] };

/** The courses someone teaches in pages, newest change first; removed ones only when asked for. */
export const taughtPages = (teacherId: string, status?: CourseStatus): Listing => ({
  collection: COURSES,
  where: { teacherId, status: status ?? oneOf(NOT_REMOVED) },
  sortBy: 'updatedAt',
  size: 20,
  fields: [
    'title',
    'cover',
    'status',
    'price',
    'learnerCount',
    'updatedAt',
    'chapters.lessons.kind',
  ],
});

/** Every course, and the only way to change one. */
export const coursesOf = (db: Database) => {
  const courses = db.collection<Course>(COURSES);
  return {
    get: (courseId: string) => courses.get(courseId),

    /** Adds a course unless its id is taken. */
    insertOnce: (course: Course) => courses.insertOnce(course),

    /** Makes a teacher's change to a course as it was read; false when somebody else was faster. */
    change: (
      { _id, version }: Course,
      {
        set,
        unset = [],
        now,
      }: { set: Partial<Course>; unset?: readonly (keyof Course)[]; now: number },
    ) =>
      courses.updateIf(
        { _id, version },
        { set: { ...set, version: version + 1, updatedAt: now }, unset },
      ),

    /** Shows how many learners a course has, which is no change of the course. */
    showLearners: (courseId: string, learnerCount: number) =>
      courses.updateIf({ _id: courseId }, { set: { learnerCount } }),

    /** The courses of a category that are not removed. */
    inCategory: (categoryId: string) =>
      courses.find({ categoryId, status: oneOf(NOT_REMOVED) }, { limit: 1000 }),

    countInCategory: (categoryId: string) =>
      courses.count({ categoryId, status: oneOf(NOT_REMOVED) }),

    /** Changes what a course is found by, which is no change of the course. */
    refold: ({ _id, version }: Course, searchText: string) =>
      courses.updateIf({ _id, version }, { set: { searchText } }),
  };
};
