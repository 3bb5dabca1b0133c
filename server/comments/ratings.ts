import { countRating } from '../catalogue/ratings';
import type { Database, Transaction } from '../database';
import type { StoredComment } from './comment';
import type { CommentStatus } from '../../shared/comments/machine';

type Change = Partial<StoredComment> & Pick<StoredComment, 'status'>;

/** Adds a rating and counts it on its course, together; gives the one that was there before, if one was. */
export const postRating = (db: Database, rating: StoredComment): Promise<StoredComment> =>
  db.transaction(async (tx) => {
    const first = await tx.get<StoredComment>('comments', rating._id);
    if (first) return first;
    await tx.put('comments', rating);
    await recount(tx, rating, { before: 'pending', after: rating.status });
    return rating;
  });

/** Changes a rating if it is still as it was read, and with it what its course shows. */
export const applyToRating = (
  db: Database,
  rating: StoredComment,
  change: Change,
): Promise<boolean> =>
  db.transaction(async (tx) => {
    const now = await tx.get<StoredComment>('comments', rating._id);
    if (now?.version !== rating.version) return false;
    await tx.update('comments', rating._id, { set: change, increase: { version: 1 } });
    await recount(tx, rating, { before: rating.status, after: change.status });
    return true;
  });

/** Only what can be seen counts. */
const recount = async (
  tx: Transaction,
  { courseId, stars = 0 }: StoredComment,
  { before, after }: Readonly<Record<'before' | 'after', CommentStatus>>,
) => {
  const was = before === 'visible';
  const is = after === 'visible';
  if (was !== is) await countRating(tx, { courseId, stars, times: is ? 1 : -1 });
};
