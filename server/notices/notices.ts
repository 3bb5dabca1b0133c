import type { Database } from '../database';

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

type Telling = Omit<Notice, '_id' | 'read'> & { readonly noticeId: string };

/** Tells a user something once: the same `noticeId` again changes nothing. False when it was told before. */
export const tell = (db: Database, { noticeId, ...notice }: Telling): Promise<boolean> =>
  db.collection<Notice>('notices').insertOnce({ _id: noticeId, ...notice, read: false });
