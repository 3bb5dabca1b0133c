import { getOrders as contract } from '../../shared/orders/contract';
import { fail, ok } from '../../shared/result';
import { userOf } from '../../server/caller';
import type { Context } from '../../server/context';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { ordersOfUser } from '../../server/orders/listings';
import type { Order } from '../../server/orders/order';
import { orderBy } from '../../server/orders/orders';
import { orderRow } from '../../server/orders/rows';
import { readPage } from '../../server/paging';
import { refundsOf } from '../../server/refunds/refunds';

export const handler = defineFunction(contract, {
  reads: ({ orderId }) => (orderId === undefined ? {} : { order: orderBy(orderId) }),

  run: async ({ orderId, statuses, cursor }, context) => {
    const user = userOf(context.caller);
    if (orderId === undefined) {
      const { items, ...rest } = await readPage<Order>(
        context.db,
        ordersOfUser(user._id, statuses),
        cursor,
      );
      return ok({ items: await withRefunds(items, context), ...rest });
    }
    const { order } = context.found;
    if (order?.userId !== user._id) return fail('NOT_FOUND');
    return ok({ items: await withRefunds([order], context) });
  },
});

/** Orders as rows; refunds are read only for those that have any. */
const withRefunds = async (orders: readonly Order[], { db, ids, now }: Context) => {
  const refunded = orders.filter(({ refundRequests }) => refundRequests.length > 0);
  const refunds =
    refunded.length > 0 ? await refundsOf(db).ofOrders(refunded.map(({ _id }) => _id)) : [];
  return orders.map((order) =>
    orderRow(
      order,
      refunds.filter(({ orderId }) => orderId === order._id),
      { ids, now },
    ),
  );
};

export const main = live(handler);
