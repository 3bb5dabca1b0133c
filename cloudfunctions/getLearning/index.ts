import { getLearning as contract } from '../../shared/learning/contract';
import { ok } from '../../shared/result';
import { userOf } from '../../server/caller';
import { defineFunction } from '../../server/defineFunction';
import { following, shelfOf } from '../../server/learning/shelf';
import { studiedRow } from '../../server/learning/studiedRow';
import { live } from '../../server/live';
import { pageOf } from '../../server/paging';

const PAGE_SIZE = 20;

export const handler = defineFunction(contract, {
  run: async ({ cursor }, { caller, db, now }) => {
    const shelf = await shelfOf(db, userOf(caller), now);
    const { items, ...rest } = pageOf(following(shelf, cursor), PAGE_SIZE, ({ at, course }) => [
      at,
      course._id,
    ]);
    return ok({ items: items.map(studiedRow), ...rest });
  },
});

export const main = live(handler);
