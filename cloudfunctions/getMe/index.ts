import { profileOf } from '../../server/accounts/profile';
import { isHome } from '../../server/accounts/users';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { noticesOf } from '../../server/notices/notices';
import type { Settings } from '../../server/ports';
import { existing, readShop } from '../../server/shop/settings';
import { getMe as contract } from '../../shared/accounts/contract';
import { ok } from '../../shared/result';

export const handler = defineFunction(contract, {
  reads: () => ({ shop: readShop() }),
  run: async (_input, { caller: { user, openid = '' }, found, db, ids, now, settings }) => {
    const ofTheShop = {
      hasAffiliates: existing(found.shop).affiliateShare > 0,
      messageTemplates: configured(settings.messageTemplates),
    };
    if (!user) return ok({ unreadNotices: 0, cameByLogin: false, ...ofTheShop });
    return ok({
      me: profileOf(user, now),
      unreadNotices: await noticesOf(db).countUnread(user._id),
      cameByLogin: !isHome(ids, openid, user._id),
      ...ofTheShop,
    });
  },
});

const configured = (templates: Settings['messageTemplates']): Partial<typeof templates> =>
  Object.fromEntries(Object.entries(templates).filter(([, id]) => id !== ''));

export const main = live(handler);
