import { auditFront, auditLesson, type CourseFront, type LessonMedia } from '../media';
import { stageOf } from './stage';

/** Every lesson's file. */
export const LESSONS = stageOf<LessonMedia>({
  collection: 'lessons',
  size: 200,
  fields: ['content.file'],
  audit: ({ now }, lessons) =>
    Promise.resolve(lessons.flatMap((lesson) => auditLesson(lesson, { now, quiet: true }))),
});

/** What every course shows. */
export const COURSES = stageOf<CourseFront>({
  collection: 'courses',
  size: 100,
  fields: ['introduction', 'subtitle', 'cover'],
  audit: ({ now }, courses) =>
    Promise.resolve(courses.flatMap((course) => auditFront(course, { now, quiet: true }))),
});
