import { one, type Database, type Read } from '../database';
import type { Lesson, LessonVersion } from './lesson';

const LESSONS = 'lessons';
const versionId = (lessonId: string, contentVersion: number) => `${lessonId}.${contentVersion}`;

/** The read of what a lesson holds. */
export const lessonBy = (lessonId: string): Read<Lesson, false> =>
  one<Lesson>(LESSONS, { _id: lessonId });

/** What lessons hold now. */
export const lessonsIn = (db: Database) => {
  const lessons = db.collection<Lesson>(LESSONS);
  return {
    get: (lessonId: string) => lessons.get(lessonId),

    /** Adds a lesson unless its id is taken. */
    insertOnce: (lesson: Lesson) => lessons.insertOnce(lesson),

    /** Puts new content in the place of what was read; false when somebody else was faster. */
    replace: (
      { _id, contentVersion }: Lesson,
      next: Pick<Lesson, 'content' | 'note' | 'savedAt'>,
    ): Promise<boolean> =>
      lessons.updateIf(
        { _id, contentVersion },
        { set: { ...next, contentVersion: contentVersion + 1 } },
      ),
  };
};

/** What lessons held before. */
export const lessonVersions = (db: Database) => {
  const versions = db.collection<LessonVersion>('lessonVersions');
  return {
    get: (lessonId: string, contentVersion: number) =>
      versions.get(versionId(lessonId, contentVersion)),

    /** Keeps what a lesson holds, before it is replaced; keeping it twice changes nothing. */
    keep: ({ _id, contentVersion, content, note, savedAt }: Lesson): Promise<boolean> =>
      versions.insertOnce({
        _id: versionId(_id, contentVersion),
        lessonId: _id,
        contentVersion,
        content,
        note,
        savedAt,
      }),

    /** The earlier versions of a lesson, newest first, without what they hold. */
    list: (lessonId: string): Promise<Omit<LessonVersion, 'content'>[]> =>
      versions.find(
        { lessonId },
        {
          orderBy: [['contentVersion', 'desc']],
          limit: 100,
          fields: ['lessonId', 'contentVersion', 'note', 'savedAt'],
        },
      ),
  };
};
