import { cancelOrder as contract } from '../../shared/orders/contract';
import { OPEN_STATUSES } from '../../shared/orders/machine';
import { fail, ok } from '../../shared/result';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { closeOrder } from '../../server/orders/closing';
import { orderBy } from '../../server/orders/orders';

export const handler = defineFunction(contract, {
  reads: ({ orderId }) => ({ order: orderBy(orderId) }),
  owner: ({ order }) => order?.userId,

  run: async (_input, context) => {
    const { order } = context.found;
    if (!order) return fail('NOT_FOUND');
    if (order.status === 'closed') return ok({ status: 'closed' });
    const isOpen = OPEN_STATUSES.some((status) => status === order.status);
    if (!isOpen) return fail('ORDER_NOT_CANCELLABLE');
    const status = await closeOrder(context, order, { now: context.now, by: 'learner' });
    return ok({ status });
  },
});

export const main = live(handler);
