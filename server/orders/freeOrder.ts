import { ZERO } from '../../shared/money';
import type { OrderStatus } from '../../shared/orders/machine';
import { fail, ok, type Result } from '../../shared/result';
import { ownedOtherwise } from '../access/grants';
import type { Transaction } from '../database';
import type { Ports } from '../ports';
import { closeOrder } from './closing';
import type { Missing } from './holds';
import { makePayable } from './opening';
import type { Order } from './order';
import { ordersIn } from './orders';
import { openBought } from './settlePaid';

/**
 * Settles an order that costs nothing, without a provider, by the same transaction as a paid one; closes it when the
 * buyer came to own the item by another order meanwhile, as there is no money to send back. Safe to repeat.
 */
export const settleFree = async (
  ports: Pick<Ports, 'db' | 'ids' | 'log' | 'pay'>,
  order: Order,
  now: number,
): Promise<Result<OrderStatus, Missing | 'COURSE_ALREADY_OWNED'>> => {
  const ready = order.status === 'reserving' ? await makePayable(ports, order, { now }) : ok(order);
  if (!ready.ok) return ready;
  const settled = await ports.db.transaction((tx) => openFree(tx, ports, { order, now }));
  const status =
    settled === 'owned' ? await closeOrder(ports, ready.data, { now, by: 'rule' }) : settled;
  return status === 'closed' ? fail('COURSE_ALREADY_OWNED') : ok(status);
};

const openFree = async (
  tx: Transaction,
  ports: Pick<Ports, 'ids'>,
  { order: { _id }, now }: { order: Order; now: number },
): Promise<OrderStatus | 'owned'> => {
  const order = await ordersIn(tx).get(_id);
  if (!order || order.payable !== 0) throw new Error(`order ${_id} is not free`);
  if (order.status !== 'pending') return order.status;
  if (await ownedOtherwise(tx, order)) return 'owned';
  const paid = { transactionId: _id, amount: ZERO, at: now, heardFrom: 'free' } as const;
  await openBought({ tx, ports, order, paid, now, by: 'learner' });
  return 'paid';
};
