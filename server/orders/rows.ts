import type { OrderRow } from '../../shared/orders/contract';
import { actionsOf, askedLine, timelineOf } from '../../shared/orders/timeline';
import { REFUNDABLE_MS } from '../../shared/refunds/rule';
import type { Refund } from '../refunds/refund';
import type { Order } from './order';

/** An order as its buyer sees it, with its refunds, its story and what can be done now. */
export const orderRow = (order: Order, refunds: readonly Refund[], now: number): OrderRow => {
  const { _id: orderId, paid, item, status } = order;
  return {
    orderId,
    status,
    item,
    listPrice: order.listPrice,
    payable: order.payable,
    discounts: [...(order.discounts ?? [])],
    redeemed: order.redeemed !== undefined,
    refunded: order.refunded,
    createdAt: order.createdAt,
    expiresAt: order.expiresAt,
    ...(paid && { paidAt: paid.at }),
    actions: actionsOf({
      status,
      payable: now < order.expiresAt,
      refundable:
        paid !== undefined && order.reserved < paid.amount && now - paid.at < REFUNDABLE_MS,
      suspended: paid !== undefined && paid.amount > 0 && order.returned.amount === paid.amount,
    }),
    refunds: refunds.map(refundRow),
    timeline: [
      ...timelineOf(order.history),
      ...refunds
        .filter(({ origin }) => origin === 'request')
        .map(({ askedAt, amount }) => askedLine(askedAt, amount)),
    ].sort((one, other) => one.at - other.at),
  };
};

const refundRow = ({ _id: refundId, status, amount, reason, note, askedAt }: Refund) => ({
  refundId,
  status,
  amount,
  reason,
  ...(note !== undefined && { note }),
  askedAt,
});
