import { refundSucceededLines, sentBackFromSuspenseLines } from '../../../shared/ledger/postings';
import type { Difference } from '../../differences/difference';
import { post } from '../../journal/journal';
import type { Order, PaidFacts } from '../../orders/order';
import { ordersIn } from '../../orders/orders';
import { holdsTodo } from '../../orders/todo';
import { sentBackAlready } from '../../refunds/sendBackRefund';
import { refundsIn } from '../../refunds/refunds';
import type { EffectCase } from '../remedy';

type Parked = {
  readonly difference: Difference;
  readonly order: Order & { readonly paid: PaidFacts };
};

/**
 * Ends an order whose money the provider has given back by hand: the same steps and entries as a refund of money that
 * opened nothing, all at once, so that order, refund and journal read alike.
 */
export const settleByHand = async (
  effectCase: EffectCase<'settledOutside'>,
  { difference, order }: Parked,
): Promise<void> => {
  const { tx, ports, proposed, now } = effectCase;
  const { provider, suspense } = difference;
  const refunded = suspense > 0;
  await ordersIn(tx).apply(order, {
    event: 'sendBack',
    at: now,
    by: 'admin',
    changes: {
      set: {
        openKey: order._id,
        todoAt: now,
        ...(refunded && { reserved: suspense, refunded: suspense }),
      },
      append: { todo: holdsTodo(order), refundRequests: refunded ? ['sendBack'] : [] },
      unset: ['checkAt'],
    },
  });
  await ordersIn(tx).apply({ ...order, status: 'autoRefunding' }, step(now));
  if (!refunded) return;

  const number = proposed.refundNumber;
  const refundId = number && ports.ids.derived('rfx', provider, number);
  const refund = sentBackAlready(order, { now, ...(refundId && { refundId }) });
  await refundsIn(tx).insert(refund);
  const about = { orderId: order._id, at: now };
  await post(tx, ports.ids, {
    ...about,
    kind: 'sentBack',
    lines: sentBackFromSuspenseLines(suspense),
  });
  await post(tx, ports.ids, {
    ...about,
    kind: 'refundSucceeded',
    refundId: refund._id,
    lines: refundSucceededLines(provider, suspense),
  });
};

const step = (now: number) => ({ event: 'refundAll', at: now, by: 'admin' }) as const;
