import { getTeacherOrders as contract } from '../../shared/teaching/contract';
import { ok } from '../../shared/result';
import { userOf } from '../../server/caller';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { ordersOfTeacher } from '../../server/orders/listings';
import type { Order } from '../../server/orders/order';
import { mapPage, readPage } from '../../server/paging';

export const handler = defineFunction(contract, {
  run: async ({ cursor, ...wanted }, { caller, db }) => {
    const { role, _id } = userOf(caller);
    const listing = ordersOfTeacher({ ...wanted, ...(role !== 'admin' && { teacherId: _id }) });
    return ok(mapPage(await readPage<Order>(db, listing, cursor), rowOf));
  },
});

/** An order as its teacher may see it: who bought is a nickname and nothing more. */
const rowOf = ({ _id, item, buyer, status, payable, refunded, createdAt, paid }: Order) => ({
  orderId: _id,
  title: item.title,
  buyer,
  status,
  payable,
  refunded,
  createdAt,
  ...(paid && { paidAt: paid.at }),
});

export const main = live(handler);
