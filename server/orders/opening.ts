import { fail, ok, type Result } from '../../shared/result';
import type { Ports } from '../ports';
import { closeOrder, giveUp } from './closing';
import { isOpen, type Item, type Order } from './order';
import { ordersOf } from './orders';
import { releaseSeat, seatToken, takeSeat } from './seats';

type Opener = Pick<Ports, 'db' | 'ids' | 'log' | 'pay'>;
type Refusal = 'COURSE_SOLD_OUT' | 'ORDER_CLOSING' | 'REQUEST_REUSED';

type Place = {
  /** Absent when places are not limited. */
  readonly seatCap?: number | undefined;
  readonly now: number;
};
type Opening = Place & { readonly order: Order };

/** Who had the order or its lock may have let go meanwhile; more often than this is no accident. */
const ATTEMPTS = 3;

/**
 * Opens an order, or finds the one that is open already: one for a person and an item, however often and from however
 * many phones it is asked for. Takes a seat where places are limited.
 */
export const openOrder = async (
  ports: Opener,
  opening: Opening,
  attempt = 1,
): Promise<Result<Order, Refusal>> => {
  const orders = ordersOf(ports.db);
  const { order, now } = opening;
  if (await orders.insertOnce(order)) return withSeat(ports, opening, order);

  const same = await orders.get(order._id);
  if (same) return repeatOrder(ports, { ...opening, earlier: same, item: order.item });
  const holder = await orders.holding(order.openKey);
  if (holder && isSameOffer(holder, order, now)) return withSeat(ports, opening, holder);
  if (holder) await closeOrder(ports, holder, { now, by: 'learner' });
  return attempt < ATTEMPTS ? openOrder(ports, opening, attempt + 1) : fail('ORDER_CLOSING');
};

/** Whether an open order may be gone on with: it can still be paid, by the same person in the same way. */
const isSameOffer = (holder: Order, order: Order, now: number): boolean =>
  isOpen(holder, now) &&
  holder.payable === order.payable &&
  holder.openid === order.openid &&
  holder.payTo?.provider === order.payTo?.provider;

/** Goes on with the order that the same request made before, unless the request now asks for something else. */
export const repeatOrder = async (
  ports: Opener,
  { earlier, item, ...rest }: { earlier: Order; item: Pick<Item, 'kind' | 'id'> } & Place,
): Promise<Result<Order, Refusal>> =>
  earlier.item.kind === item.kind && earlier.item.id === item.id
    ? withSeat(ports, rest, earlier)
    : fail('REQUEST_REUSED');

/** Carries an order on from waiting for a seat; whoever comes to it may, and it is done once. */
const withSeat = async (
  ports: Opener,
  { seatCap, now }: Place,
  order: Order,
): Promise<Result<Order, Refusal>> => {
  if (order.status !== 'reserving' || order.seat === undefined) return ok(order);
  const seat = { courseId: order.item.id, token: seatToken(order._id, order.seat) };
  if (!(await takeSeat(ports.db, { ...seat, cap: seatCap ?? 0 }))) {
    await giveUp(ports, order, { now, by: 'rule' });
    return fail('COURSE_SOLD_OUT');
  }
  const step = { event: 'reserve', at: now, by: 'rule' } as const;
  const changes = { set: { checkAt: now + 60_000 } };
  if (await ordersOf(ports.db).apply(order, { ...step, changes })) {
    return ok({ ...order, status: 'pending', seq: order.seq + 1 });
  }
  return afterAnother(ports, order, seat);
};

/** Somebody else moved the order while its seat was taken: a seat that it no longer wants goes back. */
const afterAnother = async (
  { db }: Opener,
  order: Order,
  seat: { courseId: string; token: string },
): Promise<Result<Order, Refusal>> => {
  const current = await ordersOf(db).get(order._id);
  if (current?.status === 'pending') return ok(current);
  await releaseSeat(db, seat);
  return fail('COURSE_SOLD_OUT');
};
