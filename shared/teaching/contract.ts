import * as z from 'zod';
import { COURSE_STATUSES, LESSON_KINDS } from '../catalogue/contract';
import { defineContract } from '../contract';
import {
  categoryId,
  chapterId,
  courseId,
  cursor,
  fenAmount,
  fileId,
  lessonId,
  moment,
  orderId,
  pageOf,
  requestId,
  text,
} from '../fields';
import { ORDER_STATUSES } from '../orders/machine';

const lessonOutline = z.object({
  lessonId,
  title: z.string(),
  kind: z.enum(LESSON_KINDS),
  free: z.boolean(),
  minutes: z.int(),
});

const sale = z.strictObject({ price: fenAmount, from: moment, to: moment });

/** A course as its teacher edits it. `version` must come back with the next change. */
const courseDraft = z.object({
  courseId,
  version: z.int(),
  status: z.enum(COURSE_STATUSES),
  title: z.string(),
  subtitle: z.string(),
  introduction: z.string(),
  categoryId: categoryId.optional(),
  cover: fileId.optional(),
  price: fenAmount,
  sale: sale.optional(),
  memberPrice: fenAmount.optional(),
  memberFree: z.boolean(),
  seatCap: z.int().optional(),
  chapters: z.array(z.object({ chapterId, title: z.string(), lessons: z.array(lessonOutline) })),
  learnerCount: z.int(),
  updatedAt: moment,
});
export type CourseDraft = z.output<typeof courseDraft>;

export const getMyCourses = defineContract({
  name: 'getMyCourses',
  summary: 'The courses a teacher teaches, newest change first.',
  input: z.strictObject({ status: z.enum(COURSE_STATUSES).optional(), cursor: cursor.optional() }),
  output: pageOf(
    z.object({
      courseId,
      title: z.string(),
      cover: fileId.optional(),
      status: z.enum(COURSE_STATUSES),
      price: fenAmount,
      lessonCount: z.int(),
      learnerCount: z.int(),
      updatedAt: moment,
    }),
  ),
  errors: [],
});

export const getCourseDraft = defineContract({
  name: 'getCourseDraft',
  summary: 'A course as its teacher edits it, whatever its status.',
  input: z.strictObject({ courseId }),
  output: courseDraft,
  errors: ['NOT_FOUND'],
});

const courseFields = {
  title: text(2, 40),
  subtitle: text(0, 60),
  introduction: text(0, 5000),
  categoryId: categoryId.optional(),
  cover: fileId.optional(),
  price: fenAmount,
  /** A lower price for a time. */
  sale: sale.optional(),
  /** A lower price for members. */
  memberPrice: fenAmount.optional(),
  memberFree: z.boolean(),
  seatCap: z.int().min(1).max(5000).optional(),
};

const chapterFields = z.strictObject({
  chapterId: chapterId.optional(),
  title: text(1, 40),
  lessonIds: z.array(lessonId).max(200),
});

const version = z.int().min(0);

export const editCourse = defineContract({
  name: 'editCourse',
  summary:
    'Creates a course, changes it, arranges its chapters and lessons, publishes, retires or removes it. A change brings the version it was made on. Those who bought a course or lesson keep it in every case.',
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('create'), requestId, ...courseFields }),
    z.strictObject({ action: z.literal('change'), courseId, version, ...courseFields }),
    z.strictObject({
      action: z.literal('arrange'),
      courseId,
      version,
      chapters: z.array(chapterFields).max(60),
    }),
    z.strictObject({ action: z.enum(['publish', 'retire', 'remove']), courseId, version }),
  ]),
  output: courseDraft,
  errors: [
    'NOT_FOUND',
    'CHANGED_MEANWHILE',
    'COURSE_NOT_READY',
    'PRICE_NOT_POSSIBLE',
    'CONTENT_REJECTED',
    'FILE_NOT_ACCEPTED',
    'FILE_NOT_UPLOADED',
    'REQUEST_REUSED',
  ],
});

export const prepareUpload = defineContract({
  name: 'prepareUpload',
  summary:
    'Where the phone may upload a file of a kind, after its type and size are accepted; what is uploaded is checked again before it is used.',
  input: z.strictObject({
    purpose: z.enum(['video', 'audio', 'document', 'cover', 'avatar']),
    fileName: text(1, 120),
    bytes: z.int().min(1).max(2_000_000_000),
  }),
  output: z.object({ cloudPath: z.string(), maxBytes: z.int() }),
  errors: ['FILE_NOT_ACCEPTED'],
});

const lessonContent = z.object({
  lessonId,
  courseId,
  chapterId,
  title: z.string(),
  kind: z.enum(LESSON_KINDS),
  free: z.boolean(),
  minutes: z.int(),
  text: z.string().optional(),
  file: z.object({ name: z.string(), bytes: z.int(), url: z.string() }).optional(),
  contentVersion: z.int(),
  versions: z.array(
    z.object({ contentVersion: z.int(), savedAt: moment, note: z.string(), current: z.boolean() }),
  ),
});

export const getLessonDraft = defineContract({
  name: 'getLessonDraft',
  summary: 'A lesson with its content and the list of its earlier versions, for its teacher.',
  input: z.strictObject({ lessonId }),
  output: lessonContent,
  errors: ['NOT_FOUND'],
});

export const saveLesson = defineContract({
  name: 'saveLesson',
  summary:
    'Adds a lesson to a chapter, or changes one. New content makes a new version; an earlier one can be taken up again by its number.',
  input: z.strictObject({
    requestId,
    courseId,
    chapterId,
    lessonId: lessonId.optional(),
    title: text(1, 60),
    kind: z.enum(LESSON_KINDS),
    free: z.boolean(),
    minutes: z.int().min(0).max(1000),
    /** Markdown, for articles and e-book chapters. */
    text: text(1, 50_000).optional(),
    /** A file uploaded to where `prepareUpload` said. */
    fileId: fileId.optional(),
    fileName: text(1, 120).optional(),
    note: text(0, 100).optional(),
    restoreVersion: z.int().min(1).optional(),
  }),
  output: lessonContent,
  errors: [
    'NOT_FOUND',
    'CHANGED_MEANWHILE',
    'CONTENT_REJECTED',
    'FILE_NOT_ACCEPTED',
    'FILE_NOT_UPLOADED',
    'REQUEST_REUSED',
  ],
});

export const getTeacherOrders = defineContract({
  name: 'getTeacherOrders',
  summary: 'Orders of the courses a teacher teaches (an admin: of all), newest first.',
  input: z.strictObject({
    courseId: courseId.optional(),
    status: z.enum(ORDER_STATUSES).optional(),
    cursor: cursor.optional(),
  }),
  output: pageOf(
    z.object({
      orderId,
      title: z.string(),
      buyer: z.string(),
      status: z.enum(ORDER_STATUSES),
      payable: fenAmount,
      refunded: fenAmount,
      createdAt: moment,
      paidAt: moment.optional(),
    }),
  ),
  errors: [],
});
