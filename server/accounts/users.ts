import type { Role } from '../../shared/accounts/roles';
import { NO_RIGHTS } from '../../shared/access/rights';
import { userBy } from '../caller';
import { one, type Changes, type Database, type Read } from '../database';
import type { Ids } from '../ports';
import { namesOf, type User } from './user';

/** The read of a user by id. */
export const userById = (userId: string): Read<User, false> => one<User>('users', { _id: userId });

/** People: who they are. What they own is written by `server/access`. */
export const usersOf = (db: Database) => {
  const collection = db.collection<User>('users');
  return {
    get: (userId: string) => collection.get(userId),

    /** The user that a WeChat identity answers to now. */
    answeringTo: async (openid: string): Promise<User | undefined> =>
      (await db.together({ user: userBy(openid) })).user,

    /** Adds a user; false when the id or one of the identities is taken. */
    add: (user: User) => collection.insertOnce(user),

    /** Changes what a user says of themselves; false when the account was erased meanwhile. */
    change: (userId: string, changes: Changes) =>
      collection.updateIf({ _id: userId, erasedAt: null }, changes),
  };
};

/**
 * The id of the account that belongs to a WeChat identity by itself. Erasing an account ends a life:
 * who comes back begins the next one, with nothing of the one before.
 */
export const homeId = (ids: Ids, openid: string, life: number): string =>
  life === 0 ? ids.derived('usr', openid) : ids.derived('usr', openid, String(life));

/** A user as they are on the first day. */
export const newcomer = (is: {
  userId: string;
  openid: string;
  nickname: string;
  role: Role;
  now: number;
}): User => ({
  _id: is.userId,
  openids: [is.openid],
  role: is.role,
  rights: NO_RIGHTS,
  nickname: is.nickname,
  names: namesOf(is.nickname),
  introduction: '',
  joinedAt: is.now,
});
