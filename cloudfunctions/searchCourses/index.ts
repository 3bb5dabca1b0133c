import { searchCourses as contract, type SORTS } from '../../shared/catalogue/contract';
import { wordsOf } from '../../shared/catalogue/searchText';
import type { Input } from '../../shared/contract';
import { ok } from '../../shared/result';
import { cardsOf, limitedAmong } from '../../server/catalogue/card';
import { publishedPages, type CourseInList } from '../../server/catalogue/courses';
import { containingAll } from '../../server/database';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { seatsTaken } from '../../server/orders/seats';
import { pageFrom, pageReads, type Listing } from '../../server/paging';

const ORDERS: Record<(typeof SORTS)[number], Pick<Listing, 'sortBy' | 'direction'>> = {
  newest: { sortBy: 'publishedAt', direction: 'desc' },
  popular: { sortBy: 'learnerCount', direction: 'desc' },
  cheapest: { sortBy: 'price', direction: 'asc' },
};

const listingOf = ({ keyword = '', categoryId, sort = 'newest' }: Input<typeof contract>) => {
  const words = wordsOf(keyword);
  return publishedPages(
    {
      ...(categoryId && { categoryId }),
      ...(words.length > 0 && { searchText: containingAll(words) }),
    },
    ORDERS[sort],
  );
};

export const handler = defineFunction(contract, {
  reads: (input) => pageReads<CourseInList>(listingOf(input), input.cursor),
  run: async (input, { found, db, now }) => {
    const { items, ...rest } = pageFrom(listingOf(input), found);
    const limited = limitedAmong(items);
    const { seats } =
      limited.length > 0 ? await db.together({ seats: seatsTaken(limited) }) : { seats: [] };
    return ok({ items: cardsOf(items, { pools: seats, now }), ...rest });
  },
});

export const main = live(handler);
