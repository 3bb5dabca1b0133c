import type { Order } from '../../orders/order';
import { seatToken, type SeatPool } from '../../orders/seats';
import { differs, examine, unless, type Check, type Moment, type Violation } from '../check';

/** The seats of a course, with every order of it that has or had one. */
export type SeatsCase = {
  readonly pool: SeatPool;
  readonly orders: readonly Pick<Order, '_id' | 'status' | 'seat' | 'history'>[];
};

const findCount = ({ pool: { cap, taken, holders } }: SeatsCase): string[] => [
  ...differs('the seats taken', { is: taken, wanted: holders.length }),
  ...unless(taken <= cap, `${taken} seats of ${cap} are taken`),
  ...unless(new Set(holders).size === holders.length, 'somebody holds two seats by one token'),
];

const WITH_SEAT: ReadonlySet<Order['status']> = new Set([
  'pending',
  'closing',
  'paid',
  'partiallyRefunded',
]);

/** Whether an order holds a seat by now; money in review keeps the seat it was paid for, unless that was given up. */
const holdsSeat = ({ seat, status, history }: SeatsCase['orders'][number]): boolean => {
  if (seat === undefined) return false;
  return status === 'review' ? history.every(({ to }) => to !== 'closed') : WITH_SEAT.has(status);
};

const findHolders = ({ pool, orders }: SeatsCase): string[] => {
  const wanted = new Set(orders.filter(holdsSeat).map(({ _id, seat = 1 }) => seatToken(_id, seat)));
  return [
    ...pool.holders
      .filter((token) => !wanted.has(token))
      .map((token) => `${token} has a seat too many`),
    ...[...wanted]
      .filter((token) => !pool.holders.includes(token))
      .map((token) => `${token} has no seat`),
  ];
};

const SEAT_CHECKS: readonly Check<SeatsCase>[] = [
  { id: 'INV14', find: findCount },
  { id: 'INV15', find: findHolders },
];

/** Everything that is wrong with the seats of a course. */
export const auditSeats = (caseFile: SeatsCase, moment: Moment): Violation[] =>
  examine(SEAT_CHECKS, { subject: caseFile.pool._id, caseFile, moment });
