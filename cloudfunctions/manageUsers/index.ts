import { setRole } from '../../server/accounts/roles';
import type { User } from '../../server/accounts/user';
import { usersFound } from '../../server/accounts/users';
import { userOf } from '../../server/caller';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { mapPage, readPage } from '../../server/paging';
import { manageUsers as contract } from '../../shared/accounts/contract';
import { fail, ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  run: async (input, context) => {
    const { caller, db } = context;
    if (input.action === 'find') {
      return ok(mapPage(await readPage<User>(db, usersFound(input.keyword), input.cursor), row));
    }
    const { _id: by } = userOf(caller);
    if (input.userId === by) return fail('NOT_ALLOWED');
    const user = await setRole(context, { ...input, by });
    return user ? ok({ items: [row(user)] }) : fail('NOT_FOUND');
  },
});

const row = ({ _id, role, nickname, avatar, username, joinedAt }: User) => ({
  userId: _id,
  role,
  nickname,
  joinedAt,
  ...(avatar && { avatar }),
  ...(username && { username }),
});

export const main = live(handler);
