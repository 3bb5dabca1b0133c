import type { OrderStatus } from '../../../shared/orders/machine';
import { call } from '../../lib/call';
import { isUndecided } from '../../lib/pay';

/** Waits between questions: access should open within a second, a slow provider gets its minute. */
const WAITS_MS = [0, 500, 800, 1200, 2000, 3000, 4000, 5000, 6000, 8000, 8000, 10_000, 10_000];

export type Watcher = {
  /** True once nobody looks any more. */
  readonly isGone: () => boolean;
  /** Told after each question whether the network is there. */
  readonly onReach: (online: boolean) => void;
};

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/**
 * Asks the server, which asks the payment provider, until an order is decided. Answers its last known
 * status, undefined when it could not be learnt; never takes the phone's word for a payment.
 */
export const followPayment = async (
  orderId: string,
  watcher: Watcher,
): Promise<OrderStatus | undefined> => {
  let status: OrderStatus | undefined;
  for (const pause of WAITS_MS) {
    await wait(pause);
    if (watcher.isGone()) return status;
    const reply = await call('confirmPayment', { orderId });
    watcher.onReach(reply.ok || reply.code !== 'NETWORK');
    status = reply.ok ? reply.data.status : status;
    if (status && !isUndecided(status)) return status;
  }
  return status;
};
