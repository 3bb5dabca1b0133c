import { resumePayment as contract } from '../../shared/orders/contract';
import { fail, ok } from '../../shared/result';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { orderBy } from '../../server/orders/orders';
import { paymentFor } from '../../server/orders/paying';

export const handler = defineFunction(contract, {
  reads: ({ orderId }) => ({ order: orderBy(orderId) }),
  owner: ({ order }) => order?.userId,

  run: async ({ orderId, platform, loginCode }, context) => {
    const { found, caller, now } = context;
    const { order } = found;
    if (!order) return fail('NOT_FOUND');
    // The payment names its payer: another WeChat identity of the same user cannot make it.
    if (order.openid !== caller.openid) return fail('ORDER_NOT_PAYABLE');

    const { clientIp } = caller;
    const payer = { clientIp, now, platform, loginCode };
    const payment = await paymentFor(context, order, payer);
    if (!payment.ok) return payment;
    const { payable, expiresAt } = order;
    return ok({ orderId, payable, expiresAt, payment: payment.data });
  },
});

export const main = live(handler);
