import { atMost, type Database } from '../database';
import { readPage } from '../paging';

/** Something the shop told one user, in the notices page. Kept until the user erases their account. */
export type Notice = {
  readonly _id: string;
  readonly userId: string;
  readonly title: string;
  readonly body: string;
  /** A page of the mini-program to open, with its query. */
  readonly page?: string;
  readonly read: boolean;
  readonly at: number;
};

const COLLECTION = 'notices';
const PAGE_SIZE = 20;

type Telling = Omit<Notice, '_id' | 'read'> & { readonly noticeId: string };

/** Tells a user something once: the same `noticeId` again changes nothing. False when it was told before. */
export const tell = (db: Database, { noticeId, ...notice }: Telling): Promise<boolean> =>
  db.collection<Notice>(COLLECTION).insertOnce({ _id: noticeId, ...notice, read: false });

/** What users were told. */
export const noticesOf = (db: Database) => {
  const collection = db.collection<Notice>(COLLECTION);
  return {
    /** A page of one user's notices, newest first. */
    pageOf: (userId: string, cursor: string | undefined) =>
      readPage<Notice>(
        db,
        { collection: COLLECTION, where: { userId }, sortBy: 'at', size: PAGE_SIZE },
        cursor,
      ),

    countUnread: (userId: string) => collection.count({ userId, read: false }),

    /** Marks as read what a user was told up to a moment; what came after stays unread. */
    markRead: (userId: string, until: number) =>
      collection.updateAll({ userId, read: false, at: atMost(until) }, { set: { read: true } }),

    /** Takes the words out of all that a user was told. */
    erase: (userId: string) =>
      collection.updateAll({ userId }, { set: { title: '', body: '' }, unset: ['page'] }),
  };
};
