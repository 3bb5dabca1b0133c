import type { Database } from '../database';
import { turnOf, type StoredComment } from './comment';

const collection = (db: Database) => db.collection<StoredComment>('comments');

/** Keeps a comment's place for a reply that is about to come; false when it is not to be seen any more. */
export const expectReply = async (
  db: Database,
  { _id, replied }: StoredComment,
): Promise<boolean> =>
  replied ||
  collection(db).updateIf(
    { _id, status: 'visible' },
    { set: { replied: true }, increase: { version: 1 } },
  );

/** Takes a question out of those that wait for an answer; false when it was out already. */
export const markAnswered = (db: Database, question: StoredComment): Promise<boolean> =>
  collection(db).updateIf(
    { _id: question._id, answered: false },
    {
      set: { answered: true, turn: turnOf({ ...question, answered: true }) },
      increase: { version: 1 },
    },
  );
