import type { OrderRow } from '../../shared/orders/contract';
import { actionsOf, askedLine, timelineOf, type TimelineLine } from '../../shared/orders/timeline';
import { REFUNDABLE_MS } from '../../shared/refunds/rule';
import type { Refund } from '../refunds/refund';
import { giftCode } from '../offers/codes';
import type { Ids } from '../ports';
import { giftRow } from './gift';
import type { Order } from './order';

type Reading = { readonly ids: Ids; readonly now: number };

/** An order as its buyer sees it, with its refunds, its story and what can be done now. */
export const orderRow = (
  order: Order,
  refunds: readonly Refund[],
  { ids, now }: Reading,
): OrderRow => {
  const { _id: orderId, paid, item, status } = order;
  const gift = giftRow(order, { code: giftCode(ids, orderId), now });
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
    ...(gift && { gift }),
    actions: actionsOf({
      status,
      payable: now < order.expiresAt,
      refundable: isRefundable(order, now),
      closed: gift !== undefined || isReturned(order),
    }),
    refunds: refunds.map(refundRow),
    timeline: storyOf(order, refunds),
  };
};

/** All that happened to an order, its gift and its refunds, oldest first. */
const storyOf = ({ history, gift }: Order, refunds: readonly Refund[]): TimelineLine[] =>
  [
    ...timelineOf(history, gift !== undefined),
    ...(gift?.claimedAt === undefined ? [] : [{ at: gift.claimedAt, text: '礼物已被领取' }]),
    ...refunds
      .filter(({ origin }) => origin === 'request')
      .map(({ askedAt, amount }) => askedLine(askedAt, amount)),
  ].sort((one, other) => one.at - other.at);

const isRefundable = ({ paid, reserved }: Order, now: number): boolean =>
  paid !== undefined && reserved < paid.amount && now - paid.at < REFUNDABLE_MS;

/** Whether all of the money is on its way back. */
const isReturned = ({ paid, returned }: Order): boolean =>
  paid !== undefined && paid.amount > 0 && returned.amount === paid.amount;

const refundRow = ({ _id: refundId, status, amount, reason, note, askedAt }: Refund) => ({
  refundId,
  status,
  amount,
  reason,
  ...(note !== undefined && { note }),
  askedAt,
});
