import { eraseAccount, isInUse } from '../../server/accounts/erasing';
import { exportAccount } from '../../server/accounts/exporting';
import { defaultNickname, goHome } from '../../server/accounts/settling';
import { openidOf, userOf } from '../../server/caller';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { manageMyData as contract } from '../../shared/accounts/contract';
import { fail, ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  limit: { calls: 5, minutes: 60 },

  run: async ({ action }, context) => {
    const { caller, db, ids, now } = context;
    const user = userOf(caller);
    if (action === 'export') return ok(await exportAccount(context, user));
    if (action === 'unbind') {
      const nickname = defaultNickname(ids);
      await goHome(context, { openid: openidOf(caller), from: user._id, nickname, now });
      return ok({});
    }
    if (await isInUse(db, user)) return fail('ACCOUNT_IN_USE');
    await eraseAccount(context, user);
    return ok({});
  },
});

export const main = live(handler);
