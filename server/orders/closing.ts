import type { OrderStatus } from '../../shared/orders/machine';
import type { PaymentEvidence, PaymentProvider } from '../payments';
import { unknown, type Unknown } from '../payments';
import type { Ports } from '../ports';
import { applyPayment } from './applyPayment';
import type { By, Order } from './order';
import { needsHolds, releaseHolds } from './holds';
import { ordersOf } from './orders';
import { holdsTodo } from './todo';

type Closer = Pick<Ports, 'db' | 'ids' | 'log' | 'pay'>;
type Call = { readonly now: number; readonly by: By };

/** When a closing order whose provider gave no answer is tried again. */
const RETRY_MS = 60_000;

/** Closed is not final: a payment may have been on its way. When to ask again, after closing. */
export const ASK_AGAIN_MS = [10 * 60_000, 60 * 60_000, 24 * 60 * 60_000] as const;

/**
 * Closes an unpaid order: marks it so that nobody is given the means to pay any more, asks the provider, closes there,
 * and only then here. Gives the status it ended in: `closing` when the provider gave no definite answer,
 * `paid` when the money was there already. Safe to repeat.
 */
export const closeOrder = async (ports: Closer, order: Order, call: Call): Promise<OrderStatus> => {
  const orders = ordersOf(ports.db);
  if (order.status === 'reserving') {
    await letGo(ports, order, { ...call, event: 'giveUp' });
  } else if (order.status === 'pending') {
    const checkAt = call.now + RETRY_MS;
    const step = { event: 'startClosing', at: call.now, by: call.by } as const;
    await orders.apply(order, { ...step, changes: { set: { checkAt } } });
  }
  const current = await orders.get(order._id);
  if (!current) throw new Error(`order ${order._id} has vanished`);
  return current.status === 'closing' ? finishClosing(ports, current, call) : current.status;
};

/** Carries a closing order to its end as far as the provider's answer allows. */
const finishClosing = async (ports: Closer, order: Order, call: Call): Promise<OrderStatus> => {
  const answer = await askToClose(ports, order);
  if (answer.kind === 'unknown') {
    ports.log({ level: 'warn', event: 'closing undecided', orderId: order._id, ...answer });
    return 'closing';
  }
  if (answer.kind === 'paid') await applyPayment(ports, answer.evidence, call);
  else if (await letGo(ports, order, { ...call, event: 'close' })) return 'closed';
  return (await ordersOf(ports.db).get(order._id))?.status ?? 'closing';
};

type Answer = { kind: 'closed' } | { kind: 'paid'; evidence: PaymentEvidence } | Unknown;

const askToClose = async (ports: Closer, order: Order): Promise<Answer> => {
  if (!order.payTo) return { kind: 'closed' };
  const provider = ports.pay.named(order.payTo.provider);
  if (!provider) return unknown(`${order.payTo.provider} is not configured`);
  const asked = { orderId: order._id, openid: order.openid };
  const state = await provider.query(asked);
  return state.kind === 'unpaid' ? closeAtProvider(provider, asked) : state;
};

const closeAtProvider = async (
  provider: PaymentProvider,
  asked: { orderId: string; openid: string },
): Promise<Answer> => {
  const closed = await provider.close(asked);
  if (closed.kind !== 'paid') return closed;
  const state = await provider.query(asked);
  return state.kind === 'paid' ? state : unknown('said to be paid, yet not found paid');
};

/** Closes an order here, frees its lock, and gives back what it holds: at once, and again by the outbox should this crash. */
const letGo = async (
  { db }: Closer,
  order: Order,
  { now, by, event }: Call & { readonly event: 'close' | 'giveUp' },
): Promise<boolean> => {
  const wasPayable = event === 'close' && order.payTo !== undefined;
  const done = await ordersOf(db).apply(order, {
    event,
    at: now,
    by,
    changes: {
      set: {
        openKey: order._id,
        ...(needsHolds(order) && { todoAt: now }),
        ...(wasPayable && { checkAt: now + ASK_AGAIN_MS[0] }),
      },
      append: { todo: holdsTodo(order) },
      ...(!wasPayable && { unset: ['checkAt'] }),
    },
  });
  if (done) await releaseHolds(db, order);
  return done;
};

/** Gives up an order that cannot get hold of what it needs. */
export const giveUp = (ports: Closer, order: Order, call: Call): Promise<boolean> =>
  letGo(ports, order, { ...call, event: 'giveUp' });
