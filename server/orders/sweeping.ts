import type { OrderStatus } from '../../shared/orders/machine';
import type { Ports } from '../ports';
import { returnUnclaimed } from '../offers/returningGift';
import { askProvider } from './asking';
import { ASK_AGAIN_MS, closeOrder } from './closing';
import type { Order } from './order';
import { ordersOf } from './orders';
import { settleLate } from './settleLate';

type Sweeper = Pick<Ports, 'db' | 'ids' | 'log' | 'pay'>;

const MINUTE_MS = 60_000;

/** A payer at the password when the time ends gets so much longer; clocks may differ by as much, too. */
const GRACE_MS = MINUTE_MS;

/** When an unpaid order is asked for, after it was made: a callback may have been lost (W5). */
const LADDER_MS = [MINUTE_MS, 3 * MINUTE_MS, 10 * MINUTE_MS] as const;

/** While an order is being looked at, nobody else looks: long enough for one, short enough after a crash. */
export const TAKEN_MS = 2 * MINUTE_MS;

const by = 'timer';

const askedOf = (order: Order) =>
  order.payTo && { provider: order.payTo.provider, orderId: order._id, openid: order.openid };

/** Looks for a lost payment; begins closing when the time is over. */
const lookAtPending = async (ports: Sweeper, order: Order, now: number): Promise<void> => {
  if (now > order.expiresAt + GRACE_MS) {
    await closeOrder(ports, order, { now, by });
    return;
  }
  const asked = askedOf(order);
  if (asked) {
    const told = await askProvider(ports, asked, { now, by });
    if (told.kind !== 'unpaid' && told.kind !== 'unknown') return;
  }
  const next = LADDER_MS.map((after) => order.createdAt + after).find((at) => at > now);
  await ordersOf(ports.db).lookAgain(order, next ?? order.expiresAt + GRACE_MS + 1);
};

/** Closed is not final until the provider has said so at each step of its ladder. */
const lookAtClosed = async (ports: Sweeper, order: Order, now: number): Promise<void> => {
  const asked = askedOf(order);
  if (!asked) return void (await ordersOf(ports.db).lookAgain(order, undefined));
  const told = await askProvider(ports, asked, { now, by });
  if (told.kind !== 'unpaid') return;
  const closedAt = order.history.filter(({ to }) => to === 'closed').at(-1)?.at ?? order.createdAt;
  const next = ASK_AGAIN_MS.map((after) => closedAt + after).find((at) => at > now);
  await ordersOf(ports.db).lookAgain(order, next);
};

const close = async (ports: Sweeper, order: Order, now: number): Promise<void> =>
  void (await closeOrder(ports, order, { now, by }));

/** What the timer does about each status; the others wait for nothing. */
const LOOKS: Partial<
  Record<OrderStatus, (ports: Sweeper, order: Order, now: number) => Promise<void>>
> = {
  reserving: close,
  pending: lookAtPending,
  closing: close,
  closed: lookAtClosed,
  paid: returnUnclaimed,
  partiallyRefunded: returnUnclaimed,
  late: async (ports, order, now) => void (await settleLate(ports, order._id, { now, by })),
};

/** Takes an order whose time has come one step further. Safe to repeat, and after a crash at any point. */
export const lookAt = async (ports: Sweeper, order: Order, now: number): Promise<void> => {
  const look = LOOKS[order.status];
  if (look) await look(ports, order, now);
  else await ordersOf(ports.db).lookAgain(order, undefined);
};
