import { commentMachine, type CommentEvent } from '../../shared/comments/machine';
import { one, type Database, type Read } from '../database';
import { listedAs, type StoredComment } from './comment';
import { applyToRating, postRating } from './ratings';

const COLLECTION = 'comments';

/** What an event changes beside the status. */
export type Alteration = Partial<Pick<StoredComment, 'content' | 'editedAt' | 'decision'>>;

/** The read of one comment. */
export const commentBy = (commentId: string): Read<StoredComment, false> =>
  one<StoredComment>(COLLECTION, { _id: commentId });

/** What people wrote about courses. */
export const commentsOf = (db: Database) => {
  const collection = db.collection<StoredComment>(COLLECTION);
  return {
    /** Adds a comment; when its id is taken, gives the one that has it. */
    async post(comment: StoredComment): Promise<StoredComment> {
      if (comment.kind === 'rating') return postRating(db, comment);
      if (await collection.insertOnce(comment)) return comment;
      const first = await collection.get(comment._id);
      if (!first) throw new Error(`comment ${comment._id} is neither new nor there`);
      return first;
    },

    /** Does what an event leads to, if the comment is still as it was read; gives it as it is now, else nothing. */
    async apply(
      comment: StoredComment,
      event: CommentEvent,
      alteration: Alteration = {},
    ): Promise<StoredComment | undefined> {
      const status = commentMachine.next(comment.status, event);
      if (!status) return undefined;
      const change = { ...alteration, status, listed: listedAs(status, comment.replied) };
      const done =
        comment.kind === 'rating'
          ? await applyToRating(db, comment, change)
          : await collection.updateIf(asRead(comment), {
              set: change,
              increase: { version: 1 },
            });
      return done ? { ...comment, ...change, version: comment.version + 1 } : undefined;
    },
  };
};

const asRead = ({ _id, version }: StoredComment) => ({ _id, version });
