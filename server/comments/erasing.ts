import type { Database } from '../database';
import type { StoredComment } from './comment';

/** Takes an author's name and picture off what they wrote, and the words out of what they took back. */
export const eraseAuthor = async (db: Database, userId: string, name: string): Promise<void> => {
  const comments = db.collection<StoredComment>('comments');
  await Promise.all([
    comments.updateAll({ userId }, { set: { 'author.nickname': name }, unset: ['author.avatar'] }),
    comments.updateAll({ userId, status: 'deleted' }, { set: { content: '' } }),
  ]);
};
