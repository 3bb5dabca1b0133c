import type { Database } from '../database';
import type { Ids, Settings } from '../ports';
import { NO_RIGHTS } from '../../shared/access/rights';
import { moveIdentity } from './binding';
import { unreachable, withIdentity } from './identities';
import { namesOf, type User } from './user';
import { homeId, usersOf } from './users';

/** What someone is called who did not say. */
export const defaultNickname = (ids: Ids): string => `学员${ids.digits(4)}`;

export type Settling = {
  readonly openid: string;
  readonly nickname: string;
  readonly now: number;
};

type Ground = { readonly db: Database; readonly ids: Ids; readonly settings: Settings };

/**
 * Makes a WeChat identity the user it belongs to, once: two at the same time come out as one user.
 * One write for a newcomer. Who erased an account before begins a new one.
 */
export const settle = async (ground: Ground, settling: Settling, life = 0): Promise<User> => {
  const { db, ids } = ground;
  const userId = homeId(ids, settling.openid, life);
  const user = firstDay(ground, settling, { userId, openids: [settling.openid] });
  const repository = usersOf(db);
  if (await repository.add(user)) return user;

  const answering = await repository.answeringTo(settling.openid);
  if (answering) return answering;
  const home = await repository.get(user._id);
  if (home && !home.erasedAt) await comeHome(db, home, settling.openid);
  return settle(ground, settling, home?.erasedAt ? life + 1 : life);
};

/** Gives an identity back to its own account, which it left for another that was erased since. */
const comeHome = (db: Database, home: User, openid: string) =>
  usersOf(db).change(home._id, { set: { openids: withIdentity(home, openid) } });

/** Takes an identity out of the account it is bound to and back to its own, which is made if there is none. */
export const goHome = async (
  ground: Ground,
  leaving: Settling & { readonly from: string },
  life = 0,
): Promise<void> => {
  const { db, ids } = ground;
  const { openid, from } = leaving;
  const userId = homeId(ids, openid, life);
  if (userId === from) return;
  const home = await usersOf(db).get(userId);
  if (home?.erasedAt) return goHome(ground, leaving, life + 1);
  if (!home)
    await usersOf(db).add(firstDay(ground, leaving, { userId, openids: unreachable(userId) }));
  await moveIdentity(db, { openid, from, to: userId });
};

/** A user as they are on the first day. Who was named when deploying begins as an admin; no form can say so. */
const firstDay = (
  { settings }: Ground,
  { openid, nickname, now }: Settling,
  { userId, openids }: { userId: string; openids: readonly string[] },
): User => ({
  _id: userId,
  openids,
  role: settings.firstAdminOpenids.includes(openid) ? 'admin' : 'learner',
  rights: NO_RIGHTS,
  nickname,
  names: namesOf(nickname),
  introduction: '',
  joinedAt: now,
});
