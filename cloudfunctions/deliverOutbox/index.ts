import { deliverOutbox as contract } from '../../shared/notices/contract';
import { ok } from '../../shared/result';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { orderTasks } from '../../server/outbox/orderTasks';
import { refundTasks } from '../../server/outbox/refundTasks';
import { workOff } from '../../server/outbox/work';

export const handler = defineFunction(contract, {
  run: async (_event, context) => {
    const orders = await workOff(context, 'orders', orderTasks);
    const refunds = await workOff(context, 'refunds', refundTasks);
    return ok({
      looked: orders.looked + refunds.looked,
      settled: orders.settled + refunds.settled,
      left: orders.left + refunds.left,
    });
  },
});

export const main = live(handler);
