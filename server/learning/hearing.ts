import {
  NOT_STUDIED,
  studiedMs,
  studyAfter,
  type Beat,
  type LessonStudy,
} from '../../shared/learning/study';
import type { Database } from '../database';
import { measureOf } from './measure';
import { countStudy, memberStudyAt, type MemberStudy } from './memberStudy';
import type { Opened } from './opening';
import { progressBy, progressOf, type Progress } from './progress';

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
export const hearBeat = async (db: Database, heard: Heard, attempt = 1): Promise<LessonStudy> => {
  const { userId, opened, beat, length } = heard;
  const progress = progressOf(db);
  const { lessonId, at } = beat;
  const courseId = opened.course._id;
  const { before, counted } = await knownOf(db, heard);
  if (!before) {
    await progress.begin({ userId, courseId }, { lessonId, at });
    return hearBeat(db, heard, attempt);
  }
  const study = studyAfter(before.lessons[lessonId] ?? NOT_STUDIED, measureOf(opened), {
    previous: before.lastBeat,
    beat,
    length,
  });
  // Neither waits for the other: what a membership counts is bounded by its own document.
  const [advanced] = await Promise.all([
    progress.advance(before, { study, beat }),
    countForTeacher(db, heard, { before, counted }),
  ]);
  if (advanced) return study;
  if (attempt >= ATTEMPTS) throw new Error(`${userId} beats too often in ${courseId}`);
  return hearBeat(db, heard, attempt + 1);
};

/** What is known before a beat, in one round trip. */
const knownOf = async (
  db: Database,
  { userId, opened: { course, run }, beat }: Heard,
): Promise<{ before?: Progress | undefined; counted?: MemberStudy | undefined }> =>
  run
    ? db.together({
        before: progressBy(userId, course._id),
        counted: memberStudyAt(run, beat.at),
      })
    : { before: await progressOf(db).of(userId, course._id) };

type Known = { readonly before: Progress; readonly counted: MemberStudy | undefined };

/** E15: what a membership opened counts for the teacher whose lesson it is. */
const countForTeacher = async (
  db: Database,
  { opened: { course, lesson, run }, beat }: Heard,
  { before: { lastBeat: previous }, counted }: Known,
): Promise<void> => {
  const ms = run ? studiedMs(lesson.content.kind, { previous, beat }) : 0;
  if (!run || ms === 0) return;
  const { teacherId } = course;
  await countStudy(db, { run, teacherId, at: beat.at, ms, known: counted });
};
