import { coursePercent } from '../../shared/learning/study';
import type { Beat, LessonStudy } from '../../shared/learning/study';
import { lessonsOf, type Course } from '../catalogue/course';
import { many, one, type Database, type Read } from '../database';

/** One person's study of one course; `_id` is made of both, so there is only one. */
export type Progress = {
  readonly _id: string;
  readonly userId: string;
  readonly courseId: string;
  /** Goes up by one with every beat. */
  readonly version: number;
  /** lessonId → whole percent, 0 from the first opening on; small, so that lists need not read `lessons`. */
  readonly percents: Readonly<Record<string, number>>;
  readonly lessons: Readonly<Record<string, LessonStudy>>;
  /** Absent until a beat was heard. */
  readonly lastBeat?: Beat;
  readonly lastLessonId: string;
  readonly lastStudiedAt: number;
};

/** What lists need to know of a progress. */
export type ProgressSummary = Pick<
  Progress,
  '_id' | 'courseId' | 'percents' | 'lastLessonId' | 'lastStudiedAt'
>;

const SUMMARY = ['courseId', 'percents', 'lastLessonId', 'lastStudiedAt'];

const progressId = (userId: string, courseId: string) => `${userId}.${courseId}`;

/** The read of someone's whole study of a course. */
export const progressBy = (userId: string, courseId: string): Read<Progress, false> =>
  one<Progress>('progress', { _id: progressId(userId, courseId) });

/** The read of someone's study of a course, without its details. */
export const summaryOf = (userId: string, courseId: string): Read<ProgressSummary, false> => ({
  ...one<ProgressSummary>('progress', { _id: progressId(userId, courseId) }),
  options: { fields: SUMMARY },
});

/** The read of everything someone has studied, last studied first. */
export const summariesOf = (userId: string): Read<ProgressSummary, true> =>
  many<ProgressSummary>(
    'progress',
    { userId },
    { orderBy: [['lastStudiedAt', 'desc']], limit: 1000, fields: SUMMARY },
  );

/** A lesson opened by someone for the first time. */
type Opening = { readonly lessonId: string; readonly at: number };

/** A study that begins with the first lesson opened. */
const begun = (
  who: Pick<Progress, 'userId' | 'courseId'>,
  { lessonId, at }: Opening,
): Progress => ({
  _id: progressId(who.userId, who.courseId),
  userId: who.userId,
  courseId: who.courseId,
  version: 1,
  percents: { [lessonId]: 0 },
  lessons: {},
  lastLessonId: lessonId,
  lastStudiedAt: at,
});

/** What one more beat changes of a study. */
const beaten = ({ study, beat }: { study: LessonStudy; beat: Beat }): Record<string, unknown> => ({
  [`percents.${beat.lessonId}`]: study.percent,
  [`lessons.${beat.lessonId}`]: study,
  lastBeat: beat,
  lastLessonId: beat.lessonId,
  lastStudiedAt: beat.at,
});

/** What people have studied. */
export const progressOf = (db: Database) => {
  const progress = db.collection<Progress>('progress');
  return {
    of: (userId: string, courseId: string) => progress.get(progressId(userId, courseId)),

    /** Begins a study with the first lesson opened; false when it had begun already. */
    begin: (who: Pick<Progress, 'userId' | 'courseId'>, opening: Opening) =>
      progress.insertOnce(begun(who, opening)),

    /** Remembers that a lesson was opened for the first time; changes nothing when it was before. */
    markOpened: ({ _id }: Progress, { lessonId, at }: Opening) =>
      progress.updateIf(
        // In the document database null also means: not there.
        { _id, [`percents.${lessonId}`]: null },
        {
          set: { [`percents.${lessonId}`]: 0, lastLessonId: lessonId, lastStudiedAt: at },
          increase: { version: 1 },
        },
      ),

    /** Writes what one more beat made of a lesson, unless another beat came between; then false. */
    advance: ({ _id, version }: Progress, step: { study: LessonStudy; beat: Beat }) =>
      progress.updateIf({ _id, version }, { set: { ...beaten(step), version: version + 1 } }),
  };
};

/**
 * How much of a course someone has verifiably learned, in whole percent of its present lessons, and how many
 * lessons they opened at all (which a phone cannot hide). The refund rule stands on this.
 */
export const learnedPercent = async (
  db: Database,
  userId: string,
  course: Pick<Course, '_id' | 'chapters'>,
): Promise<{ percent: number; lessons: number }> => {
  const study = await progressOf(db).of(userId, course._id);
  const lessonIds = lessonsOf(course).map(({ lessonId }) => lessonId);
  const percents = study?.percents ?? {};
  return {
    percent: coursePercent(lessonIds, percents).percent,
    lessons: Object.keys(percents).length,
  };
};
