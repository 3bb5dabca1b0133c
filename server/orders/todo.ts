import type { Order } from './order';

/** What is left to do after a payment; `server/outbox` knows how. */
export const paidTodo = ({ gift, coupon, affiliate }: Order): string[] => [
  'recordPaid',
  ...(coupon ? ['useCoupon'] : []),
  gift ? 'tellGiverPaid' : 'tellBuyerPaid',
  'tellTeacherSold',
  ...(affiliate ? ['tellAffiliateSold'] : []),
  'countLearners',
  'reportDelivery',
];

/** Lets go of the seat an order holds, under the number it holds it by now. */
const seatTodo = (order: Order): string[] =>
  order.seat === undefined ? [] : [`releaseSeat:${order.seat}`];

const couponTodo = ({ coupon }: Order): string[] =>
  coupon === undefined ? [] : [`releaseCoupon:${coupon.hold}`];

/** Lets go of all that an order holds, under the numbers it holds it by now. */
export const holdsTodo = (order: Order): string[] => [...seatTodo(order), ...couponTodo(order)];
