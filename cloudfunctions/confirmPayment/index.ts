import { confirmPayment as contract } from '../../shared/orders/contract';
import { orderMachine } from '../../shared/orders/machine';
import { fail, ok } from '../../shared/result';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { askProvider } from '../../server/orders/asking';
import { orderBy, ordersOf } from '../../server/orders/orders';

/** Orders that money may still come for: only these are worth a question. */
const mayBePaid = (status: (typeof orderMachine.states)[number]): boolean =>
  ['pay', 'payLate'].some((event) => event in orderMachine.table[status]);

export const handler = defineFunction(contract, {
  reads: ({ orderId }) => ({ order: orderBy(orderId) }),
  owner: ({ order }) => order?.userId,
  limit: { calls: 30, minutes: 1 },

  run: async ({ orderId }, context) => {
    const { order } = context.found;
    if (!order) return fail('NOT_FOUND');
    const { status, payTo, openid } = order;
    if (!payTo || !mayBePaid(status)) return ok({ status });

    const asked = { provider: payTo.provider, orderId, openid };
    const told = await askProvider(context, asked, { now: context.now, by: 'learner' });
    if (told.kind === 'unknown') return fail('PAYMENT_PROVIDER_BUSY');
    if (told.kind === 'unpaid') return ok({ status });
    const after = await ordersOf(context.db).get(orderId);
    return ok({ status: after?.status ?? status });
  },
});

export const main = live(handler);
