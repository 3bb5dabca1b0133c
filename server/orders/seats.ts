import { below, many, notContaining, one, oneOf, type Database, type Read } from '../database';
import type { Order } from './order';

/** The seats of one course: who holds one, by `orderId#n`. `taken` is always the number of holders. */
export type SeatPool = {
  readonly _id: string;
  readonly cap: number;
  readonly taken: number;
  readonly holders: readonly string[];
};

const POOLS = 'seatPools';

/** The read of a course's seats. */
export const seatsOf = (courseId: string): Read<SeatPool, false> =>
  one<SeatPool>(POOLS, { _id: courseId });

/** The read of how many seats are taken in each of several courses. */
export const seatsTaken = (
  courseIds: readonly string[],
): Read<Pick<SeatPool, '_id' | 'taken'>, true> =>
  many(POOLS, { _id: oneOf(courseIds) }, { limit: courseIds.length + 1, fields: ['taken'] });

/** The token an order holds its seat by. */
export const seatToken = (orderId: string, seat: number): string => `${orderId}#${seat}`;

/**
 * Takes a seat for a token: one conditional update, so that no crowd can take more than there are.
 * True when the token holds a seat, also when it held it before.
 */
export const takeSeat = async (
  db: Database,
  { courseId, cap, token }: { courseId: string; cap: number; token: string },
): Promise<boolean> => {
  const pools = db.collection<SeatPool>(POOLS);
  const take = () =>
    pools.updateIf(
      { _id: courseId, holders: notContaining([token]), taken: below(cap) },
      { increase: { taken: 1 }, append: { holders: [token] }, set: { cap } },
    );
  if (cap < 1) return false;
  if (await take()) return true;
  const pool = await pools.get(courseId);
  if (pool) return pool.holders.includes(token);
  const first = { _id: courseId, cap, taken: 1, holders: [token] };
  return (await pools.insertOnce(first)) || take();
};

/** Takes a seat as the course's pool stands, for an order that had one before. */
export const takeSeatAgain = async (db: Database, order: Order): Promise<boolean> => {
  const pool = await db.collection<SeatPool>(POOLS).get(order.item.id);
  const token = seatToken(order._id, order.seat ?? 1);
  return takeSeat(db, { courseId: order.item.id, cap: pool?.cap ?? 1, token });
};

/** Gives a seat back; repeating it is harmless, and it never touches another token's seat. */
export const releaseSeat = (
  db: Database,
  { courseId, token }: { courseId: string; token: string },
): Promise<boolean> =>
  db
    .collection<SeatPool>(POOLS)
    .updateIf(
      { _id: courseId, holders: token },
      { increase: { taken: -1 }, takeOut: { holders: token } },
    );
