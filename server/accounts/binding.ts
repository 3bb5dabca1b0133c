import type { Database, Transaction } from '../database';
import { withIdentity, withoutIdentity } from './identities';
import type { User } from './user';

type Move = {
  readonly openid: string;
  /** The user it answers to now, if any. */
  readonly from: string | undefined;
  readonly to: string;
};

/**
 * Takes a WeChat identity from one user to another, in one transaction, so that it always answers to one.
 * False when the other account is gone.
 */
export const moveIdentity = (db: Database, { openid, from, to }: Move): Promise<boolean> =>
  db.transaction(async (tx) => {
    const target = await tx.get<User>('users', to);
    if (!target || target.erasedAt !== undefined) return false;
    if (target.openids.includes(openid)) return true;
    if (from !== undefined) await release(tx, from, openid);
    await tx.update('users', to, { set: { openids: withIdentity(target, openid) } });
    return true;
  });

const release = async (tx: Transaction, userId: string, openid: string): Promise<void> => {
  const user = await tx.get<User>('users', userId);
  if (!user?.openids.includes(openid)) return;
  await tx.update('users', userId, { set: { openids: withoutIdentity(user, openid) } });
};
