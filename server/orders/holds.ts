import type { Database } from '../database';
import { releaseCoupon, takeCoupon } from '../offers/holding';
import type { Order } from './order';
import { releaseSeat, seatToken, takeSeat, takeSeatAgain } from './seats';

/** What an order could not get hold of. */
export type Missing = 'COURSE_SOLD_OUT' | 'COUPON_NOT_USABLE';

/** Whether an order must hold something before it can be paid: a seat, a coupon. */
export const needsHolds = ({ seat, coupon }: Pick<Order, 'seat' | 'coupon'>): boolean =>
  seat !== undefined || coupon !== undefined;

const seatHeldBy = ({ _id, item, seat = 1 }: Order) => ({
  courseId: item.id,
  token: seatToken(_id, seat),
});

/** Takes all that an order must hold; says what there is none of. Safe to repeat. */
export const takeHolds = async (
  db: Database,
  order: Order,
  seatCap: number,
): Promise<Missing | undefined> => {
  const { seat, coupon } = order;
  const [hasSeat, hasCoupon] = await Promise.all([
    seat === undefined || takeSeat(db, { ...seatHeldBy(order), cap: seatCap }),
    coupon === undefined || takeCoupon(db, { ...order, coupon }),
  ]);
  if (!hasSeat) return 'COURSE_SOLD_OUT';
  return hasCoupon ? undefined : 'COUPON_NOT_USABLE';
};

/** Gives back all that an order holds. Safe to repeat. */
export const releaseHolds = async (db: Database, order: Order): Promise<void> => {
  const { seat, coupon } = order;
  await Promise.all([
    seat !== undefined && releaseSeat(db, seatHeldBy(order)),
    coupon && releaseCoupon(db, { ...order, coupon }, coupon.hold),
  ]);
};

/** Takes again what a closed order needs that its payment may open it after all. Safe to repeat. */
export const takeHoldsAgain = async (db: Database, order: Order): Promise<boolean> => {
  const { seat, coupon } = order;
  const hasSeat = seat === undefined || (await takeSeatAgain(db, order));
  return hasSeat && (coupon === undefined || takeCoupon(db, { ...order, coupon }));
};

/** A closed order gave back what it held; should it need it again, it will hold it under other numbers. */
export const nextHolds = ({ seat, coupon }: Order): Readonly<Record<string, number>> => ({
  ...(seat !== undefined && { seat: seat + 1 }),
  ...(coupon && { 'coupon.hold': coupon.hold + 1 }),
});
