import type { OrderRow } from '../../shared/orders/contract';
import {
  actionsOf,
  refundTimelineOf,
  timelineOf,
  type TimelineLine,
  type Way,
} from '../../shared/orders/timeline';
import { REFUNDABLE_MS } from '../../shared/refunds/rule';
import { deciderOf } from '../refunds/decider';
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
      closed: gift !== undefined || order.revoked !== undefined || isReturned(order),
    }),
    refundBy: deciderOf(order),
    refunds: refunds.map(refundRow),
    timeline: storyOf(order, refunds),
  };
};

/** All that happened to an order, its gift and its refunds, oldest first. */
const storyOf = (order: Order, refunds: readonly Refund[]): TimelineLine[] =>
  [
    ...timelineOf(order.history, wayOf(order)),
    ...lineAt(order.gift?.claimedAt, '礼物已被领取'),
    ...lineAt(order.revoked?.at, '店铺已收回赠送的内容'),
    ...refunds.flatMap(({ history, amount, origin }) =>
      refundTimelineOf({ history, amount, asked: origin === 'request' }),
    ),
  ].sort((one, other) => one.at - other.at);

const lineAt = (at: number | undefined, text: string): TimelineLine[] =>
  at === undefined ? [] : [{ at, text }];

const wayOf = ({ gift, redeemed, granted, payable }: Order): Way => {
  if (gift) return 'gift';
  if (redeemed) return 'redeemed';
  if (granted) return 'granted';
  return payable === 0 ? 'free' : 'bought';
};

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
