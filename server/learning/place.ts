import { boughtSince } from '../catalogue/visibility';
import type { Context } from '../context';
import type { Opened } from './opening';
import { progressOf, type Progress } from './progress';

/** So long after buying, nothing studied yet is likelier than something. */
const NEW_MS = 2 * 60_000;

/** Where the caller left off in a lesson; the first time, that they opened it is remembered. */
export const placeOf = async (
  { lesson, course }: Opened,
  { caller: { user }, db, now }: Pick<Context, 'caller' | 'db' | 'now'>,
): Promise<number> => {
  if (!user) return 0;
  const who = { userId: user._id, courseId: course._id };
  const opened = { lessonId: lesson._id, at: now };
  const progress = progressOf(db);
  // A study that begins now needs no reading first.
  const isNew = now - boughtSince(course._id, user.rights) < NEW_MS;
  if (isNew && (await progress.begin(who, opened))) return 0;

  const study = await progress.of(who.userId, who.courseId);
  if (!study) await progress.begin(who, opened);
  else if (isFirstOpening(study, lesson._id)) await progress.markOpened(study, opened);
  return positionIn(study, lesson._id);
};

const isFirstOpening = (study: Progress, lessonId: string) =>
  study.percents[lessonId] === undefined;

const positionIn = (study: Progress | undefined, lessonId: string) =>
  study?.lessons[lessonId]?.position ?? 0;
