import { keepBooks as contract } from '../../shared/books/contract';
import { ok } from '../../shared/result';
import { keep } from '../../server/books/keeping';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { reconcileDueDays } from '../../server/reconciliation/dueDays';
import { sweepExpired } from '../../server/books/sweepExpired';

/** What keeps the books right, in the order in which it matters. */
const STEPS = {
  reconcileDueDays,
  sweepExpired,
};

export const handler = defineFunction(contract, {
  run: async (_event, context) => ok(await keep(context, STEPS)),
});

export const main = live(handler);
