import { getHome as contract } from '../../shared/catalogue/contract';
import { ok } from '../../shared/result';
import { limitedAmong } from '../../server/catalogue/card';
import { publishedAmong, shelf } from '../../server/catalogue/courses';
import { bannersOf, featuredIds, shelvesOf } from '../../server/catalogue/home';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { seatsTaken } from '../../server/orders/seats';
import { existing, readShop } from '../../server/shop/settings';

const SHELF_SIZE = 10;

export const handler = defineFunction(contract, {
  reads: () => ({
    shop: readShop(),
    newest: shelf({}, { orderBy: [['publishedAt', 'desc']], limit: SHELF_SIZE }),
    popular: shelf({}, { orderBy: [['learnerCount', 'desc']], limit: SHELF_SIZE }),
    free: shelf({ price: 0 }, { orderBy: [['publishedAt', 'desc']], limit: SHELF_SIZE }),
  }),
  run: async (_input, { found: { shop: read, ...shelves }, db, now }) => {
    const shop = existing(read);
    const shown = Object.values(shelves).flat();
    const featured = featuredIds(shop);
    const { chosen, seats } = await db.together({
      chosen: publishedAmong(featured),
      seats: seatsTaken([...limitedAmong(shown), ...featured]),
    });
    return ok({
      shopName: shop.shopName,
      banners: bannersOf(shop, chosen),
      categories: [...shop.categories],
      shelves: shelvesOf({ ...shelves, chosen }, { shop, pools: seats, now }),
    });
  },
});

export const main = live(handler);
