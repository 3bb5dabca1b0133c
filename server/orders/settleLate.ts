import type { Ports } from '../ports';
import type { PaymentOutcome } from './applyPayment';
import type { By } from './order';
import { ordersIn, ordersOf } from './orders';
import { takeSeatAgain } from './seats';
import { sendBack, settlePaid } from './settlePaid';

/**
 * Decides on money that came after closing: opens what was bought when there is still a place for it,
 * sends the money back when there is none. Safe to repeat; a crash in between is finished by the timer.
 */
export const settleLate = async (
  ports: Pick<Ports, 'db' | 'ids'>,
  orderId: string,
  { now, by }: { readonly now: number; readonly by: By },
): Promise<PaymentOutcome> => {
  const order = await ordersOf(ports.db).get(orderId);
  if (order?.status !== 'late') return 'known';
  const hasPlace = order.seat === undefined || (await takeSeatAgain(ports.db, order));

  return ports.db.transaction(async (tx) => {
    const late = await ordersIn(tx).get(orderId);
    if (late?.status !== 'late' || !late.paid) return 'known';
    const settlement = { tx, ports, order: late, paid: late.paid, now, by };
    return hasPlace ? settlePaid(settlement) : sendBack(settlement);
  });
};
