import { keepBooks as contract } from '../../shared/books/contract';
import { ok } from '../../shared/result';
import { keep, type Step } from '../../server/books/keeping';
import { sweepExpired } from '../../server/books/sweepExpired';
import { defineFunction } from '../../server/defineFunction';
import { matureEarnings } from '../../server/earnings/maturing';
import { earnMemberships } from '../../server/earnings/memberships';
import { sealDays } from '../../server/journal/seals';
import { live } from '../../server/live';
import { advancePayouts } from '../../server/payouts/advancing';
import { reconcileDueDays } from '../../server/reconciliation/dueDays';

/** What keeps the books right, in the order in which it matters. */
const STEPS: Readonly<Record<string, Step>> = {
  reconcileDueDays,
  matureEarnings: (context, until) => matureEarnings(context, context.now, until),
  earnMemberships: (context, until) => earnMemberships(context, context.now, until),
  advancePayouts: (context, until) => advancePayouts(context, context.now, until),
  sealDays: (context, until) => sealDays(context, context.now, until),
  sweepExpired,
};

export const handler = defineFunction(contract, {
  run: async (_event, context) => ok(await keep(context, STEPS)),
});

export const main = live(handler);
