import { manageOffers as contract } from '../../shared/offers/contract';
import { userOf } from '../../server/caller';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { manage } from '../../server/offers/managing';
import { existing, readShop } from '../../server/shop/settings';

export const handler = defineFunction(contract, {
  reads: () => ({ shop: readShop() }),
  run: (input, { found: { shop }, reach, ...context }) =>
    manage(input, {
      ...context,
      shop: existing(shop),
      userId: userOf(context.caller)._id,
      mayAll: reach === 'all',
    }),
});

export const main = live(handler);
