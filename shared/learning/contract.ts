import * as z from 'zod';
import { LESSON_KINDS } from '../catalogue/contract';
import { defineContract } from '../contract';
import { courseId, cursor, fileId, lessonId, moment, pageOf } from '../fields';

export const openLesson = defineContract({
  name: 'openLesson',
  summary:
    'Opens a lesson for its owner, or a free one for anyone: a link of ten minutes to a file, or the text itself.',
  input: z.strictObject({ lessonId }),
  output: z.object({
    lessonId,
    courseId,
    title: z.string(),
    kind: z.enum(LESSON_KINDS),
    url: z.string().optional(),
    text: z.string().optional(),
    fileName: z.string().optional(),
    expiresAt: moment.optional(),
    contentVersion: z.int(),
    /** Where the caller left off: seconds for video and audio, per mille of the text otherwise. */
    position: z.number(),
    previousLessonId: lessonId.optional(),
    nextLessonId: lessonId.optional(),
    /** Faint text to lay over the lesson, so that a copy can be traced. */
    watermark: z.string(),
  }),
  errors: ['NOT_FOUND', 'NOT_ENROLLED'],
});

export const saveProgress = defineContract({
  name: 'saveProgress',
  summary:
    'Where the caller is in a lesson, every few seconds. Credit is counted on the server’s clock: no more than wall time at double speed, and jumping ahead is not watching.',
  input: z.strictObject({
    lessonId,
    position: z.number().min(0).max(1_000_000),
    length: z.number().min(0).max(1_000_000),
    /** Chosen once each time a lesson is opened: beats of one sitting belong together. */
    sitting: z.string().regex(/^[A-Za-z0-9_-]{6,40}$/),
  }),
  output: z.object({ percent: z.int(), finished: z.boolean() }),
  errors: ['NOT_FOUND', 'NOT_ENROLLED'],
});

export const getLearning = defineContract({
  name: 'getLearning',
  summary: 'The caller’s courses with progress and where to go on, last studied first.',
  input: z.strictObject({ cursor: cursor.optional() }),
  output: pageOf(
    z.object({
      courseId,
      title: z.string(),
      cover: fileId.optional(),
      teacherName: z.string(),
      lessonCount: z.int(),
      finishedLessons: z.int(),
      percent: z.int(),
      resumeLessonId: lessonId.optional(),
      resumeTitle: z.string().optional(),
      source: z.enum(['bought', 'member', 'teaching']),
      lastStudiedAt: moment.optional(),
    }),
  ),
  errors: [],
});
