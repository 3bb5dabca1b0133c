import type { Listing } from '../paging';
import { many, type Read } from '../database';
import type { CommentKind, StoredComment } from './comment';

const COMMENTS = 'comments';
const SIZE = 20;

/** What everybody sees of a course's comments, newest first; without a kind, all of them. */
export const courseComments = (courseId: string, kind: CommentKind | undefined): Listing => ({
  collection: COMMENTS,
  where: { courseId, parentId: '', listed: true, ...(kind && { kind }) },
  sortBy: 'at',
  size: SIZE,
});

/** The newest that wait for a person's look at a course; each is shown to its author alone. */
export const pendingOf = (courseId: string): Read<StoredComment, true> =>
  many<StoredComment>(
    COMMENTS,
    { courseId, status: 'pending' },
    { orderBy: [['at', 'desc']], limit: 100 },
  );

/** What a teacher finds under their courses: unanswered questions first. Said `answered` or not, only such questions. */
export const teacherComments = (teacherId: string, answered: boolean | undefined): Listing => ({
  collection: COMMENTS,
  where: {
    teacherId,
    parentId: '',
    listed: true,
    ...(answered !== undefined && { kind: 'question', answered }),
  },
  sortBy: 'turn',
  size: SIZE,
});

/** What waits for an admin's look. */
export const moderationQueue: Listing = {
  collection: COMMENTS,
  where: { status: 'pending' },
  sortBy: 'at',
  direction: 'asc',
  size: SIZE,
};
