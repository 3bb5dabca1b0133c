import { fail, ok, type Result } from '../../shared/result';
import type { Database } from '../database';
import type { Ports } from '../ports';
import { closeOrder, giveUp } from './closing';
import { releaseHolds, takeHolds, type Missing } from './holds';
import { isOpen, type Item, type Order } from './order';
import { ordersOf, type Prepared } from './orders';

type Opener = Pick<Ports, 'db' | 'ids' | 'log' | 'pay'>;
type Refusal = Missing | 'ORDER_CLOSING' | 'REQUEST_REUSED';

type Place = {
  /** Absent when places are not limited. */
  readonly seatCap?: number | undefined;
  readonly now: number;
};
type Opening = Place & { readonly order: Order };

/** What somebody asks to buy. */
type Wish = {
  readonly item: Pick<Item, 'kind' | 'id'>;
  readonly couponId?: string | undefined;
  readonly gift?: boolean | undefined;
};

const wishOf = ({ item, coupon, gift }: Order): Wish => ({
  item,
  couponId: coupon?.couponId,
  gift: gift !== undefined,
});

/** Who had the order or its lock may have let go meanwhile; more often than this is no accident. */
const ATTEMPTS = 3;

/**
 * Opens an order, or finds the one that is open already: one for a person and an item, however often and from however
 * many phones it is asked for. Takes the seat and the coupon that it needs; what it opens has all it needs, and is
 * still `reserving` where that had to be taken: `makePayable` is the step that is left.
 */
export const openOrder = async (
  ports: Opener,
  opening: Opening,
  attempt = 1,
): Promise<Result<Order, Refusal>> => {
  const orders = ordersOf(ports.db);
  const { order, now } = opening;
  if (await orders.insertOnce(order)) return withHolds(ports, opening, order);

  const same = await orders.get(order._id);
  if (same) return repeatOrder(ports, { ...opening, earlier: same, wish: wishOf(order) });
  const holder = await orders.holding(order.openKey);
  if (holder && isSameOffer(holder, order, now)) return withHolds(ports, opening, holder);
  if (holder) await closeOrder(ports, holder, { now, by: 'learner' });
  return attempt < ATTEMPTS ? openOrder(ports, opening, attempt + 1) : fail('ORDER_CLOSING');
};

/** Whether an open order may be gone on with: it can still be paid, by the same person in the same way. */
const isSameOffer = (holder: Order, order: Order, now: number): boolean =>
  isOpen(holder, now) && AGREED.every((agreed) => agreed(holder) === agreed(order));

/** What two orders of one item must have in common to be the same offer. */
const AGREED: readonly ((order: Order) => string | number | undefined)[] = [
  ({ payable }) => payable,
  ({ openid }) => openid,
  ({ coupon }) => coupon?.couponId,
  ({ payTo }) => payTo?.provider,
];

/** Goes on with the order that the same request made before, unless the request now asks for something else. */
export const repeatOrder = async (
  ports: Opener,
  { earlier, wish, ...place }: { earlier: Order; wish: Wish } & Place,
): Promise<Result<Order, Refusal>> =>
  isSameWish(earlier, wish) ? withHolds(ports, place, earlier) : fail('REQUEST_REUSED');

const isSameWish = ({ item, coupon, gift }: Order, wish: Wish): boolean =>
  item.kind === wish.item.kind &&
  item.id === wish.item.id &&
  coupon?.couponId === wish.couponId &&
  (gift !== undefined) === Boolean(wish.gift);

/** Takes what an order waits for; whoever comes to it may, and it is taken once. */
const withHolds = async (
  ports: Opener,
  { seatCap = 0, now }: Place,
  order: Order,
): Promise<Result<Order, Refusal>> => {
  if (order.status !== 'reserving') return ok(order);
  const missing = await takeHolds(ports.db, order, seatCap);
  if (!missing) return ok(order);
  await giveUp(ports, order, { now, by: 'rule' });
  return fail(missing);
};

/**
 * Lets an order be paid that has all it needs, and keeps in the same write what the phone needs for that. Whoever
 * comes to the order may; where somebody else was faster, the order is given as they left it.
 */
export const makePayable = async (
  { db }: Pick<Ports, 'db'>,
  order: Order,
  { now, prepared }: { readonly now: number; readonly prepared?: Prepared },
): Promise<Result<Order, Missing>> => {
  const step = { event: 'reserve', at: now, by: 'rule' } as const;
  const changes = { set: { checkAt: now + 60_000, ...prepared } };
  return (await ordersOf(db).apply(order, { ...step, changes }))
    ? ok({ ...order, ...prepared, status: 'pending', seq: order.seq + 1 })
    : afterAnother(db, order);
};

/**
 * Somebody else moved the order meanwhile: a closed one no longer wants what was taken for it. A read that is behind
 * may not know of the order yet, which says nothing of the kind.
 */
const afterAnother = async (db: Database, order: Order): Promise<Result<Order, Missing>> => {
  const current = await ordersOf(db).get(order._id);
  if (current?.status !== 'closed') return ok(current ?? order);
  await releaseHolds(db, order);
  return fail(order.seat === undefined ? 'COUPON_NOT_USABLE' : 'COURSE_SOLD_OUT');
};
