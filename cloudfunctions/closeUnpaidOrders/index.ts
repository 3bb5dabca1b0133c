import { closeUnpaidOrders as contract } from '../../shared/orders/contract';
import { ok } from '../../shared/result';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import type { Order } from '../../server/orders/order';
import { ordersOf } from '../../server/orders/orders';
import { lookAt, TAKEN_MS } from '../../server/orders/sweeping';
import { sweep } from '../../server/sweep';

/** As many as fit into one run when the payment provider is slow. */
const BATCH = 100;

export const handler = defineFunction(contract, {
  run: async (_event, context) => {
    const { db, now } = context;
    const orders = ordersOf(db);
    const takenUntil = now + TAKEN_MS;
    const swept = await sweep(context, {
      due: await orders.due(now, BATCH),
      take: (order: Order) => orders.lookAgain(order, takenUntil),
      settle: (order) => lookAt(context, { ...order, checkAt: takenUntil }, now),
    });
    return ok(swept);
  },
});

export const main = live(handler);
