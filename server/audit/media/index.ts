import type { Course } from '../../catalogue/course';
import type { Lesson } from '../../learning/lesson';
import { examine, unless, type Check, type Moment, type Violation } from '../check';

/** What is kept of a lesson's file; nothing else of the lesson is needed. */
export type LessonMedia = Pick<Lesson, '_id'> & {
  readonly content: Pick<Lesson['content'], 'file'>;
};

/** Clients may read nothing in this folder of the storage; every other that is uploaded to is open. */
const CLOSED = /^cloud:\/\/[^/]+\/content\//;

/** Media of lessons lie where no client may read. */
const LESSON_CHECKS: readonly Check<LessonMedia>[] = [
  {
    id: 'INV31',
    find: ({ content: { file } }) =>
      unless(!file || CLOSED.test(file.fileId), `${file?.fileId} can be read by everybody`),
  },
];

/** What of a course anybody is shown. */
export type CourseFront = Pick<Course, '_id' | 'introduction' | 'subtitle' | 'cover'>;

const NAMES_MEDIA = /cloud:\/\/[^/\s]+\/content\//;

/** Nothing that is shown of a course names a closed file. */
const COURSE_CHECKS: readonly Check<CourseFront>[] = [
  {
    id: 'INV31',
    find: ({ introduction, subtitle, cover = '' }) =>
      [introduction, subtitle, cover].flatMap((shown) =>
        unless(!NAMES_MEDIA.test(shown), 'what is shown of it names a file of a lesson'),
      ),
  },
];

/** Whether a lesson's media are closed. */
export const auditLesson = (lesson: LessonMedia, moment: Moment): Violation[] =>
  examine(LESSON_CHECKS, { subject: lesson._id, caseFile: lesson, moment });

/** Whether the front of a course keeps its media to itself. */
export const auditFront = (course: CourseFront, moment: Moment): Violation[] =>
  examine(COURSE_CHECKS, { subject: course._id, caseFile: course, moment });
