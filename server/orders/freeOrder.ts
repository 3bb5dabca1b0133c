import { ZERO } from '../../shared/money';
import type { OrderStatus } from '../../shared/orders/machine';
import type { Ports } from '../ports';
import type { Order } from './order';
import { ordersIn } from './orders';
import { settlePaid } from './settlePaid';

/** Settles an order that costs nothing, without a provider, by the same transaction as a paid one. Safe to repeat. */
export const settleFree = (
  ports: Pick<Ports, 'db' | 'ids'>,
  { _id }: Order,
  now: number,
): Promise<OrderStatus> =>
  ports.db.transaction(async (tx) => {
    const order = await ordersIn(tx).get(_id);
    if (!order || order.payable !== 0) throw new Error(`order ${_id} is not free`);
    if (order.status !== 'pending') return order.status;
    const paid = { transactionId: _id, amount: ZERO, at: now, heardFrom: 'free' } as const;
    const outcome = await settlePaid({ tx, ports, order, paid, now, by: 'learner' });
    return outcome === 'granted' ? 'paid' : 'autoRefunding';
  });
