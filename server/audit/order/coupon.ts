import type { Order } from '../../orders/order';
import { differs, type Check } from '../check';
import { isPaid } from './rights';
import type { OrderCase } from './orderCase';

/** The state a claim has while its order is in each status; elsewhere the order does not hold it. */
const heldState = (order: Order): 'used' | 'reserved' | undefined => {
  if (isPaid(order)) return 'used';
  return order.status === 'pending' || order.status === 'closing' ? 'reserved' : undefined;
};

const findClaim = ({ order, claim }: OrderCase): string[] => {
  const wanted = heldState(order);
  if (claim === undefined || !order.coupon || wanted === undefined) return [];
  const token = `${order._id}#${order.coupon.hold}`;
  return [
    ...differs('the state of its coupon', { is: claim?.state, wanted }),
    ...differs('what holds its coupon', { is: claim?.heldBy, wanted: token }),
  ];
};

/** An order has the coupon it was priced with. */
export const COUPON_CHECKS: readonly Check<OrderCase>[] = [{ id: 'INV16', find: findClaim }];
