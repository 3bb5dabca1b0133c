import { profileOf } from '../../server/accounts/profile';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { noticesOf } from '../../server/notices/notices';
import { getMe as contract } from '../../shared/accounts/contract';
import { ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  run: async (_input, { caller: { user }, db, now }) =>
    user
      ? ok({ me: profileOf(user, now), unreadNotices: await noticesOf(db).countUnread(user._id) })
      : ok({ unreadNotices: 0 }),
});

export const main = live(handler);
