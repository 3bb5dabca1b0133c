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
const seatTodo = (order: Order): string[] =>
  order.seat === undefined ? [] : [`releaseSeat:${order.seat}`];

const couponTodo = ({ coupon }: Order): string[] =>
  coupon === undefined ? [] : [`releaseCoupon:${coupon.hold}`];

/** Lets go of all that an order holds, under the numbers it holds it by now. */
export const holdsTodo = (order: Order): string[] => [...seatTodo(order), ...couponTodo(order)];
