import { userBy } from '../caller';
import {
  many,
  one,
  oneOf,
  startingWith,
  type Changes,
  type Database,
  type Read,
} from '../database';
import type { Listing } from '../paging';
import type { Ids } from '../ports';
import { unreachable } from './identities';
import type { User } from './user';

/** The read of a user by id. */
export const userById = (userId: string): Read<User, false> => one<User>('users', { _id: userId });

/** What people are called who erased their account. */
export const ERASED_NAME = '已注销用户';

/** People: who they are. What they own is written by `server/access`. */
export const usersOf = (db: Database) => {
  const collection = db.collection<User>('users');
  return {
    get: (userId: string) => collection.get(userId),

    /** The nicknames of users, by id. */
    named: async (userIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
      const found = await collection.find(
        { _id: oneOf(userIds) },
        { limit: 1000, fields: ['nickname'] },
      );
      return new Map(found.map(({ _id, nickname }) => [_id, nickname]));
    },

    /** The user that a WeChat identity answers to now. */
    answeringTo: async (openid: string): Promise<User | undefined> =>
      (await db.together({ user: userBy(openid) })).user,

    /** Adds a user; false when the id or one of the identities is taken. */
    add: (user: User) => collection.insertOnce(user),

    /** Changes what a user says of themselves; false when the account was erased meanwhile. */
    change: (userId: string, changes: Changes) =>
      collection.updateIf({ _id: userId, erasedAt: null }, changes),

    /** Takes everything personal out of a user. What they own stays, as the orders that gave it do. */
    erase: (userId: string, now: number) =>
      collection.updateIf(
        { _id: userId, erasedAt: null },
        {
          set: {
            openids: unreachable(userId),
            nickname: ERASED_NAME,
            names: [],
            introduction: '',
            erasedAt: now,
          },
          unset: ['avatar', 'username', 'email', 'exportFile'],
        },
      ),
  };
};

/** The read of all who run the shop. */
export const admins = (): Read<User, true> =>
  many<User>('users', { role: 'admin' }, { limit: 100, fields: ['role'] });

/** Users whose nickname or username begins so, in any letter case, newest first; without a keyword, everybody. */
export const usersFound = (keyword: string | undefined): Listing => ({
  collection: 'users',
  where: { erasedAt: null, ...(keyword && { names: startingWith(keyword.toLowerCase()) }) },
  sortBy: 'joinedAt',
  size: 20,
});

/**
 * The id of the account that belongs to a WeChat identity by itself. Erasing an account ends a life:
 * who comes back begins the next one, with nothing of the one before.
 */
export const homeId = (ids: Ids, openid: string, life: number): string =>
  life === 0 ? ids.derived('usr', openid) : ids.derived('usr', openid, String(life));

/** Whoever erases an account begins a new one; nobody does so more often than this. */
const LIVES = 20;

/** Whether a user is the one that a WeChat identity became by registering, in this life or an earlier one. */
export const isHome = (ids: Ids, openid: string, userId: string): boolean =>
  Array.from({ length: LIVES }, (_, life) => homeId(ids, openid, life)).includes(userId);
