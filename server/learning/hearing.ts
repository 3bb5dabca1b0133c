import { NOT_STUDIED, studyAfter, type Beat, type LessonStudy } from '../../shared/learning/study';
import type { Database } from '../database';
import { measureOf } from './measure';
import type { Opened } from './opening';
import { progressOf } from './progress';

type Heard = {
  readonly userId: string;
  readonly opened: Opened;
  readonly beat: Beat;
  /** What the phone says the lesson's length is, in seconds. */
  readonly length: number;
};

/** Phones of one person that beat at the same moment: the later ones look again, so often. */
const ATTEMPTS = 4;

/** Adds one beat to someone's study of a lesson and gives what became of it. */
export const hearBeat = async (
  db: Database,
  { userId, opened, beat, length }: Heard,
  attempt = 1,
): Promise<LessonStudy> => {
  const progress = progressOf(db);
  const { lessonId, at } = beat;
  const courseId = opened.course._id;
  const before = await progress.of(userId, courseId);
  if (!before) {
    await progress.begin({ userId, courseId }, { lessonId, at });
    return hearBeat(db, { userId, opened, beat, length }, attempt);
  }
  const study = studyAfter(before.lessons[lessonId] ?? NOT_STUDIED, measureOf(opened), {
    previous: before.lastBeat,
    beat,
    length,
  });
  if (await progress.advance(before, { study, beat })) return study;
  if (attempt >= ATTEMPTS) throw new Error(`${userId} beats too often in ${courseId}`);
  return hearBeat(db, { userId, opened, beat, length }, attempt + 1);
};
