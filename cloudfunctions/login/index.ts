import { moveIdentity } from '../../server/accounts/binding';
import { credentialOf } from '../../server/accounts/credentials';
import { loginAttemptsOf } from '../../server/accounts/loginAttempts';
import { isPassword } from '../../server/accounts/passwords';
import { usersOf } from '../../server/accounts/users';
import { openidOf } from '../../server/caller';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { login as contract } from '../../shared/accounts/contract';
import { fail, ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  reads: ({ username }) => ({ credential: credentialOf(username) }),
  limit: { calls: 20, minutes: 1 },

  run: async ({ username, password }, { caller, db, found, ids, now }) => {
    const openid = openidOf(caller);
    const attempts = loginAttemptsOf(db, ids);
    if (!(await attempts.begin({ openid, username }, now))) return fail('RATE_LIMITED');

    const { credential } = found;
    const isRight = await isPassword(password, credential?.passwordHash);
    if (!credential || !isRight) return fail('LOGIN_FAILED');

    const to = credential.userId;
    const moved = await moveIdentity(db, { openid, from: caller.user?._id, to });
    const account = moved ? await usersOf(db).get(to) : undefined;
    if (!account) return fail('LOGIN_FAILED');
    await attempts.succeed({ openid, username });
    return ok({ userId: account._id, role: account.role });
  },
});

export const main = live(handler);
