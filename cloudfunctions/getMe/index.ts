import { profileOf } from '../../server/accounts/profile';
import { isHome } from '../../server/accounts/users';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { noticesOf } from '../../server/notices/notices';
import { getMe as contract } from '../../shared/accounts/contract';
import { ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  run: async (_input, { caller: { user, openid = '' }, db, ids, now }) => {
    if (!user) return ok({ unreadNotices: 0, cameByLogin: false });
    return ok({
      me: profileOf(user, now),
      unreadNotices: await noticesOf(db).countUnread(user._id),
      cameByLogin: !isHome(ids, openid, user._id),
    });
  },
});

export const main = live(handler);
