import { refundDeciderOf, type RefundDecider } from '../../shared/refunds/decider';
import type { Order } from '../orders/order';

/** Who decides on refunds of an order. */
export const deciderOf = ({ payTo, platform }: Pick<Order, 'payTo' | 'platform'>): RefundDecider =>
  refundDeciderOf({ provider: payTo?.provider, platform });
