import type { Database, Read } from '../database';
import { poolAt, releasePiece, takenFrom, takePiece, type Pool } from '../pools/pool';
import type { Order } from './order';

/** The seats of one course: who holds one, by `orderId#n`. */
export type SeatPool = Pool;

const placesOf = (courseId: string) => ({ kind: 'seatPools', id: courseId }) as const;

/** The read of a course's seats. */
export const seatsOf = (courseId: string): Read<SeatPool, false> => poolAt(placesOf(courseId));

/** The read of how many seats are taken in each of several courses. */
export const seatsTaken = (courseIds: readonly string[]) => takenFrom('seatPools', courseIds);

/** The token an order holds its seat by. */
export const seatToken = (orderId: string, seat: number): string => `${orderId}#${seat}`;

/** Takes a seat for a token, or finds that it has one; false when all are taken. */
export const takeSeat = (
  db: Database,
  { courseId, cap, token }: { courseId: string; cap: number; token: string },
): Promise<boolean> => takePiece(db, { ...placesOf(courseId), cap, token });

/** Takes a seat as the course's pool stands, for an order that had one before. */
export const takeSeatAgain = async (db: Database, order: Order): Promise<boolean> => {
  const pool = await db.collection<SeatPool>('seatPools').get(order.item.id);
  const token = seatToken(order._id, order.seat ?? 1);
  return takeSeat(db, { courseId: order.item.id, cap: pool?.cap ?? 1, token });
};

/** Gives a seat back; repeating it is harmless, and it never touches another token's seat. */
export const releaseSeat = (
  db: Database,
  { courseId, token }: { courseId: string; token: string },
): Promise<boolean> => releasePiece(db, { ...placesOf(courseId), token });
