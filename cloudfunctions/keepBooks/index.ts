import { keepBooks as contract } from '../../shared/books/contract';
import { ok } from '../../shared/result';
import { keep, NOTHING_DUE, type Step } from '../../server/books/keeping';
import { sweepExpired } from '../../server/books/sweepExpired';
import { dueOf } from '../../server/eachDue';
import { defineFunction } from '../../server/defineFunction';
import { matureEarnings, maturingOrders } from '../../server/earnings/maturing';
import { earningOrders, earnMemberships } from '../../server/earnings/memberships';
import { sealDays } from '../../server/journal/seals';
import { live } from '../../server/live';
import { advancePayouts } from '../../server/payouts/advancing';
import { duePayouts } from '../../server/payouts/payouts';
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

/** Steps that one look can show to have nothing to do, which is how most runs find them. */
const DUE = {
  matureEarnings: maturingOrders,
  earnMemberships: earningOrders,
  advancePayouts: duePayouts,
} as const;
const names = Object.keys(DUE) as (keyof typeof DUE)[];

export const handler = defineFunction(contract, {
  reads: (_event, { now }) =>
    Object.fromEntries(names.map((name) => [name, dueOf(DUE[name], now)])),
  run: async (_event, context) => {
    const idle = names.filter((name) => !context.found[name]);
    const skipped = Object.fromEntries(idle.map((name) => [name, NOTHING_DUE]));
    return ok(await keep(context, { ...STEPS, ...skipped }));
  },
});

export const main = live(handler);
