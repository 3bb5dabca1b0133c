import type { Ports } from '../ports';
import type { PaymentOutcome } from './applyPayment';
import type { By } from './order';
import { ordersIn, ordersOf } from './orders';
import { takeHoldsAgain } from './holds';
import { sendBack, settlePaid } from './settlePaid';

/**
 * Decides on money that came after closing: opens what was bought when its seat and its coupon are still to
 * be had, sends the money back when one of them is not. Safe to repeat; a crash in between is finished by the timer.
 */
export const settleLate = async (
  ports: Pick<Ports, 'db' | 'ids'>,
  orderId: string,
  { now, by }: { readonly now: number; readonly by: By },
): Promise<PaymentOutcome> => {
  const order = await ordersOf(ports.db).get(orderId);
  if (order?.status !== 'late') return 'known';
  const hasAll = await takeHoldsAgain(ports.db, order);

  return ports.db.transaction(async (tx) => {
    const late = await ordersIn(tx).get(orderId);
    if (late?.status !== 'late' || !late.paid) return 'known';
    const settlement = { tx, ports, order: late, paid: late.paid, now, by };
    return hasAll ? settlePaid(settlement) : sendBack(settlement);
  });
};
