import { deliverOutbox as contract } from '../../shared/notices/contract';
import { ok } from '../../shared/result';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { claimTasks } from '../../server/offers/claimTasks';
import { orderTasks } from '../../server/outbox/orderTasks';
import { payoutTasks } from '../../server/outbox/payoutTasks';
import { refundTasks } from '../../server/outbox/refundTasks';
import { workOff } from '../../server/outbox/work';

export const handler = defineFunction(contract, {
  run: async (_event, context) => {
    const orders = await workOff(context, 'orders', orderTasks);
    const refunds = await workOff(context, 'refunds', refundTasks);
    const claims = await workOff(context, 'couponClaims', claimTasks);
    const payouts = await workOff(context, 'payouts', payoutTasks);
    const all = [orders, refunds, claims, payouts];
    const sum = (figure: keyof typeof orders) =>
      all.reduce((total, each) => total + each[figure], 0);
    return ok({ looked: sum('looked'), settled: sum('settled'), left: sum('left') });
  },
});

export const main = live(handler);
