import type { Ports } from '../ports';
import type { Refund } from './refund';
import { refundsOf } from './refunds';
import { advanceRefund } from './submission';

/**
 * Sends an approved refund on its way at once, so that its buyer need not wait for the timer; which finishes whatever
 * goes wrong here. Gives the refund as it is afterwards.
 */
export const submitAtOnce = async (
  ports: Pick<Ports, 'db' | 'ids' | 'log' | 'pay'>,
  refund: Refund,
  now: number,
): Promise<Refund> => {
  if (refund.status !== 'approved') return refund;
  try {
    await advanceRefund(ports, refund, now);
  } catch (error) {
    ports.log({ level: 'warn', event: 'refund left to the timer', error: String(error) });
  }
  return (await refundsOf(ports.db).get(refund._id)) ?? refund;
};
