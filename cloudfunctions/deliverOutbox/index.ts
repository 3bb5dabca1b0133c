import { deliverOutbox as contract } from '../../shared/notices/contract';
import { ok } from '../../shared/result';
import type { Context } from '../../server/context';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { claimTasks } from '../../server/offers/claimTasks';
import { orderTasks } from '../../server/outbox/orderTasks';
import { payoutTasks } from '../../server/outbox/payoutTasks';
import { refundTasks } from '../../server/outbox/refundTasks';
import { dueOne } from '../../server/outbox/outbox';
import { workOff } from '../../server/outbox/work';

/** Every collection that is an outbox too, in the order in which they are worked off. */
const OUTBOXES = {
  orders: (context: Context) => workOff(context, 'orders', orderTasks),
  refunds: (context: Context) => workOff(context, 'refunds', refundTasks),
  couponClaims: (context: Context) => workOff(context, 'couponClaims', claimTasks),
  payouts: (context: Context) => workOff(context, 'payouts', payoutTasks),
};
const NAMES = Object.keys(OUTBOXES) as (keyof typeof OUTBOXES)[];

export const handler = defineFunction(contract, {
  // One look at all of them: most runs find nothing to do anywhere.
  reads: (_event, { now }) => Object.fromEntries(NAMES.map((name) => [name, dueOne(name, now)])),
  run: async (_event, context) => {
    const total = { looked: 0, settled: 0, left: 0 };
    for (const name of NAMES) {
      if (!context.found[name]) continue;
      const swept = await OUTBOXES[name](context);
      total.looked += swept.looked;
      total.settled += swept.settled;
      total.left += swept.left;
    }
    return ok(total);
  },
});

export const main = live(handler);
