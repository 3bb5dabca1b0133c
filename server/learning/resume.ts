import type { OutlineLesson } from '../catalogue/course';
import type { ProgressSummary } from './progress';

type Line = Pick<OutlineLesson, 'lessonId' | 'title'>;

/** The lesson studied last; when that is finished, the next that is not. */
export const resumeAt = (
  lines: readonly Line[],
  progress: Pick<ProgressSummary, 'lastLessonId' | 'percents'> | undefined,
): Line | undefined => {
  const last = lines.findIndex(({ lessonId }) => lessonId === progress?.lastLessonId);
  const unfinished = ({ lessonId }: Line) => progress?.percents[lessonId] !== 100;
  const from = Math.max(last, 0);
  return lines.slice(from).find(unfinished) ?? lines.find(unfinished) ?? lines[from];
};
