import type { getLearning } from '../../shared/learning/contract';
import type { Output } from '../../shared/contract';
import { coursePercent } from '../../shared/learning/study';
import { resumeAt } from './resume';
import type { Studied } from './shelf';

type Row = Output<typeof getLearning>['items'][number];

/** A course as a learner's own list shows it. */
export const studiedRow = ({ course, progress, source }: Studied): Row => {
  const lines = course.chapters.flatMap(({ lessons }) => lessons);
  const { percent, finished } = coursePercent(
    lines.map(({ lessonId }) => lessonId),
    progress?.percents ?? {},
  );
  const resume = resumeAt(lines, progress);
  return {
    courseId: course._id,
    title: course.title,
    teacherName: course.teacherName,
    lessonCount: lines.length,
    finishedLessons: finished,
    percent,
    source,
    ...(course.cover && { cover: course.cover }),
    ...(resume && { resumeLessonId: resume.lessonId, resumeTitle: resume.title }),
    ...(progress && { lastStudiedAt: progress.lastStudiedAt }),
  };
};
