import type { Database } from '../database';
import type { Ids, Settings } from '../ports';
import { withIdentity } from './identities';
import { homeId, newcomer, usersOf } from './users';
import type { User } from './user';

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
  const { db, ids, settings } = ground;
  const user = newcomer({
    ...settling,
    userId: homeId(ids, settling.openid, life),
    role: settings.firstAdminOpenids.includes(settling.openid) ? 'admin' : 'learner',
  });
  const repository = usersOf(db);
  if (await repository.add(user)) return user;

  const answering = await repository.answeringTo(settling.openid);
  if (answering) return answering;
  const home = await repository.get(user._id);
  if (home && !home.erasedAt) await comeHome(db, home, settling.openid);
  return settle(ground, settling, home?.erasedAt ? life + 1 : life);
};

/** Gives an identity back to its own account, which another account had taken it from before it was erased. */
const comeHome = (db: Database, home: User, openid: string) =>
  usersOf(db).change(home._id, { set: { openids: withIdentity(home, openid) } });
