import type { Context } from '../context';
import { above, type Database, type Document, type Where } from '../database';
import { accountBy } from '../earnings/earnerAccounts';
import type { User } from './user';
import { usersOf } from './users';

type Ground = Pick<Context, 'db' | 'ids' | 'storage' | 'now'>;

/** Every collection that holds something about a user, and the field that says so. */
const PERSONAL_COLLECTIONS = {
  comments: 'userId',
  couponClaims: 'userId',
  events: 'userId',
  notices: 'userId',
  orders: 'userId',
  payouts: 'earner.userId',
  progress: 'userId',
  refunds: 'userId',
} as const;

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
    Object.entries(PERSONAL_COLLECTIONS).map(
      async ([name, field]) => [name, await allOf(db, name, { [field]: user._id })] as const,
    ),
  );
  const { account } = await db.together({ account: accountBy(user._id) });
  return { user, ...(account && { earnings: account }), ...Object.fromEntries(found) };
};

const allOf = async (db: Database, name: string, whose: Where): Promise<Document[]> => {
  const rows: Document[] = [];
  for (let after = ''; ; after = rows.at(-1)?._id ?? '') {
    const batch = await db
      .collection(name)
      .find({ ...whose, _id: above(after) }, { orderBy: [['_id', 'asc']], limit: BATCH });
    rows.push(...batch);
    if (batch.length < BATCH) return rows;
  }
};
