import type { Context } from '../context';
import { above, type Database, type Document } from '../database';
import type { User } from './user';
import { usersOf } from './users';

type Ground = Pick<Context, 'db' | 'ids' | 'storage' | 'now'>;

/** Every collection that holds something about a user, by its `userId`. */
export const PERSONAL_COLLECTIONS = [
  'comments',
  'couponClaims',
  'events',
  'notices',
  'orders',
  'progress',
  'refunds',
] as const;

const LINK_SECONDS = 10 * 60;
const BATCH = 500;

/**
 * Writes everything stored about a user into one private file and gives a link to it. The file takes the place
 * of the export before.
 */
export const exportAccount = async (
  { db, ids, storage, now }: Ground,
  user: User,
): Promise<{ url: string; expiresAt: number }> => {
  const content = JSON.stringify(await everythingAbout(db, user), null, 2);
  const file = await storage.upload(`exports/${ids.fresh('exp')}.json`, Buffer.from(content));
  await usersOf(db).change(user._id, { set: { exportFile: file } });
  if (user.exportFile) await storage.remove([user.exportFile]);

  const url = (await storage.temporaryLinks([file], LINK_SECONDS)).get(file);
  if (!url) throw new Error('the export was written but cannot be reached');
  return { url, expiresAt: now + LINK_SECONDS * 1000 };
};

const everythingAbout = async (db: Database, user: User) => {
  const found = await Promise.all(
    PERSONAL_COLLECTIONS.map(async (name) => [name, await allOf(db, name, user._id)] as const),
  );
  return { user, ...Object.fromEntries(found) };
};

const allOf = async (db: Database, name: string, userId: string): Promise<Document[]> => {
  const rows: Document[] = [];
  for (let after = ''; ; after = rows.at(-1)?._id ?? '') {
    const batch = await db
      .collection(name)
      .find({ userId, _id: above(after) }, { orderBy: [['_id', 'asc']], limit: BATCH });
    rows.push(...batch);
    if (batch.length < BATCH) return rows;
  }
};
