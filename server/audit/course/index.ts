import type { Order } from '../../orders/order';
import { seatToken, type SeatPool } from '../../orders/seats';
import { examine, type Check, type Moment, type Violation } from '../check';
import { findInPool } from '../pool';

/** The seats of a course, with every order of it that has or had one. */
export type SeatsCase = {
  readonly pool: SeatPool;
  readonly orders: readonly Pick<Order, '_id' | 'status' | 'seat' | 'history'>[];
  /** Orders that something is still happening to: whether they hold a seat is not asked. */
  readonly busy?: ReadonlySet<string>;
};

/** The states in which an order may hold a seat. */
export const SEATED_STATUSES = [
  'pending',
  'closing',
  'paid',
  'partiallyRefunded',
  'review',
] as const satisfies readonly Order['status'][];

/** Whether an order holds a seat by now; money in review keeps the seat it was paid for, unless that was given up. */
const holdsSeat = ({ seat, status, history }: SeatsCase['orders'][number]): boolean => {
  if (seat === undefined || !SEATED_STATUSES.some((each) => each === status)) return false;
  return status !== 'review' || history.every(({ to }) => to !== 'closed');
};

const findHolders = ({ pool, orders, busy = new Set() }: SeatsCase): string[] => {
  const isCalm = (token: string) => !busy.has(token.split('#')[0] ?? '');
  const wanted = new Set(orders.filter(holdsSeat).map(({ _id, seat = 1 }) => seatToken(_id, seat)));
  const tooMany = pool.holders.filter((token) => !wanted.has(token));
  const missing = [...wanted].filter((token) => !pool.holders.includes(token));
  return [
    ...tooMany.filter(isCalm).map((token) => `${token} has a seat too many`),
    ...missing.filter(isCalm).map((token) => `${token} has no seat`),
  ];
};

const SEAT_CHECKS: readonly Check<SeatsCase>[] = [
  { id: 'INV14', find: ({ pool }) => findInPool(pool) },
  { id: 'INV15', find: findHolders },
];

/** Everything that is wrong with the seats of a course. */
export const auditSeats = (caseFile: SeatsCase, moment: Moment): Violation[] =>
  examine(SEAT_CHECKS, { subject: caseFile.pool._id, caseFile, moment });
