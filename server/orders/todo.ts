import type { Order } from './order';

/** What may be left to do after an order changed; `server/outbox` knows how. */
export const PAID_TODO = [
  'recordPaid',
  'tellBuyerPaid',
  'tellTeacherSold',
  'countLearners',
  'reportDelivery',
] as const;

/** Lets go of the seat an order holds, under the number it holds it by now. */
export const seatTodo = (order: Order): string[] =>
  order.seat === undefined ? [] : [`releaseSeat:${order.seat}`];
