import type { Comment } from '../../shared/comments/contract';
import { many, type Database } from '../database';
import type { StoredComment } from './comment';

/** How many replies come with a comment: the first of them. */
const REPLIES_SHOWN = 50;

const NOBODY: Comment['author'] = { nickname: '', teacher: false, owner: false };

type Reply = Comment['replies'][number];

/** A reply as a reader sees it. What was taken back shows neither words nor name; nobody's user id leaves. */
export const showReply = (comment: StoredComment, readerId: string | undefined): Reply => {
  const gone = comment.status === 'deleted';
  return {
    commentId: comment._id,
    content: gone ? '' : comment.content,
    status: comment.status,
    author: gone ? NOBODY : comment.author,
    mine: comment.userId === readerId,
    edited: comment.editedAt !== undefined,
    at: comment.at,
  };
};

/** A comment with its replies as a reader sees it. */
export const showComment = (
  comment: StoredComment,
  replies: readonly StoredComment[],
  readerId: string | undefined,
): Comment => ({
  ...showReply(comment, readerId),
  courseId: comment.courseId,
  kind: comment.kind,
  ...(comment.stars !== undefined && { stars: comment.stars }),
  replies: replies.map((reply) => showReply(reply, readerId)),
});

type Replies = ReadonlyMap<string, readonly StoredComment[]>;

/** The replies to several comments, oldest first, by comment: one round trip, and none where nobody replied. */
export const repliesTo = async (
  db: Database,
  parents: readonly StoredComment[],
): Promise<Replies> => {
  const replied = parents.filter((parent) => parent.replied);
  const reads = Object.fromEntries(replied.map(({ _id }) => [_id, repliesOf(_id)]));
  return new Map(Object.entries(await db.together(reads)));
};

const repliesOf = (parentId: string) =>
  many<StoredComment>(
    'comments',
    { parentId, listed: true },
    { orderBy: [['at', 'asc']], limit: REPLIES_SHOWN },
  );
