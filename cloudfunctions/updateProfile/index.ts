import { profileOf } from '../../server/accounts/profile';
import { namesOf } from '../../server/accounts/user';
import { usersOf } from '../../server/accounts/users';
import { openidOf, userOf } from '../../server/caller';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { acceptUpload } from '../../server/teaching/uploads';
import { updateProfile as contract } from '../../shared/accounts/contract';
import { fail, ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  limit: { calls: 10, minutes: 1 },

  run: async ({ nickname, avatar, introduction }, context) => {
    const { caller, contentCheck, db, now } = context;
    const openid = openidOf(caller);
    const user = userOf(caller);

    const written = [nickname, introduction].filter(Boolean).join('\n');
    if ((await contentCheck.text(openid, 1, written)) !== 'pass') return fail('CONTENT_REJECTED');
    const judged = avatar ? await acceptUpload(avatar, 'avatar', context) : ok(undefined);
    if (!judged.ok) return judged;

    const changes = {
      ...(nickname !== undefined && { nickname, names: namesOf(nickname, user.username) }),
      ...(avatar !== undefined && { avatar }),
      ...(introduction !== undefined && { introduction }),
    };
    if (Object.keys(changes).length > 0) await usersOf(db).change(user._id, { set: changes });
    return ok(profileOf({ ...user, ...changes }, now));
  },
});

export const main = live(handler);
