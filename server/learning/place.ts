import type { Context } from '../context';
import type { Opened } from './opening';
import { progressOf } from './progress';

/** Where the caller left off in a lesson; the first time, that they opened it is remembered. */
export const placeOf = async (
  { lesson, course }: Opened,
  { caller, db, now }: Pick<Context, 'caller' | 'db' | 'now'>,
): Promise<number> => {
  if (!caller.user) return 0;
  const who = { userId: caller.user._id, courseId: course._id };
  const opened = { lessonId: lesson._id, at: now };
  const progress = progressOf(db);
  const study = await progress.of(who.userId, who.courseId);
  if (!study) await progress.begin(who, opened);
  else if (study.percents[lesson._id] === undefined) await progress.markOpened(study, opened);
  return study?.lessons[lesson._id]?.position ?? 0;
};
