import { submitRefunds as contract } from '../../shared/refunds/contract';
import { ok } from '../../shared/result';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import type { Refund } from '../../server/refunds/refund';
import { refundsOf } from '../../server/refunds/refunds';
import { advanceRefund } from '../../server/refunds/submission';
import { sweep } from '../../server/sweep';

/** As many as fit into one run when the payment provider is slow. */
const BATCH = 100;
const TAKEN_MS = 2 * 60_000;

export const handler = defineFunction(contract, {
  run: async (_event, context) => {
    const { db, now } = context;
    const refunds = refundsOf(db);
    const takenUntil = now + TAKEN_MS;
    const swept = await sweep(context, {
      due: await refunds.due(now, BATCH),
      take: (refund: Refund) => refunds.lookAgain(refund, takenUntil),
      settle: (refund) => advanceRefund(context, { ...refund, checkAt: takenUntil }, now),
    });
    return ok(swept);
  },
});

export const main = live(handler);
