import { refundSucceededLines, sentBackFromSuspenseLines } from '../../../shared/ledger/postings';
import type { Difference } from '../../differences/difference';
import { post } from '../../journal/journal';
import type { Order, PaidFacts } from '../../orders/order';
import { ordersIn } from '../../orders/orders';
import { holdsTodo } from '../../orders/todo';
import type { ProviderName } from '../../payments';
import type { Ids } from '../../ports';
import { contradictionId } from '../../refunds/doubt';
import type { Refund } from '../../refunds/refund';
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

  const refund = refundGiven(ports.ids, { order, provider, number: proposed.refundNumber, now });
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

type Given = {
  readonly order: Parked['order'];
  readonly provider: ProviderName;
  /** The provider's number of it, where the admins know it. */
  readonly number: string | undefined;
  readonly now: number;
};

/** What the provider said of a refund before it was known here was put before a person; with its number it fits. */
const refundGiven = (ids: Ids, { order, provider, number, now }: Given): Refund => {
  if (number === undefined) return sentBackAlready(order, { now });
  const refund = sentBackAlready(order, { now, refundId: ids.derived('rfx', provider, number) });
  const { orderId, amount } = refund;
  const doubt = contradictionId(ids, { provider, orderId, refundId: number, amount });
  return { ...refund, todo: [...refund.todo, `clearDoubt:${doubt}`] };
};

const step = (now: number) => ({ event: 'refundAll', at: now, by: 'admin' }) as const;
