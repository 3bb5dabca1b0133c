import { PAID_STATUSES } from '../../shared/orders/machine';
import type { OrderRow } from '../../shared/orders/contract';
import type { Order } from './order';

const DAY_MS = 24 * 60 * 60_000;

/** So long a gift waits for whom it is for; then its money goes back. */
const GIFT_MS = 30 * DAY_MS;

type GiftFacts = Pick<Order, 'gift' | 'status' | 'paid' | 'reserved'>;

/** What a payment changes of a gift: it begins to wait, and the timer looks at it when its time is over. */
export const giftPaid = ({ gift }: Order, paidAt: number) =>
  gift && { 'gift.expiresAt': paidAt + GIFT_MS, checkAt: paidAt + GIFT_MS };

/** Whether a gift is paid, nobody's yet, and not about to be refunded altogether. */
export const isWaiting = ({ gift, status, paid, reserved }: GiftFacts): boolean =>
  gift !== undefined &&
  gift.claimedBy === undefined &&
  paid !== undefined &&
  PAID_STATUSES.some((each) => each === status) &&
  (paid.amount === 0 || reserved < paid.amount);

/** Whether its claim code is good now. */
export const canBeClaimed = (order: GiftFacts, now: number): boolean =>
  isWaiting(order) && now < (order.gift?.expiresAt ?? 0);

type GiftState = NonNullable<OrderRow['gift']>['state'];

const stateOf = (order: GiftFacts, now: number): GiftState => {
  if (!order.paid) return 'unpaid';
  if (order.reserved === order.paid.amount && order.paid.amount > 0) return 'returned';
  if (order.gift?.claimedBy !== undefined) return 'claimed';
  return canBeClaimed(order, now) ? 'waiting' : 'returned';
};

/** A gift as its giver sees it: the code only while it is good. */
export const giftRow = (
  order: GiftFacts,
  { code, now }: { readonly code: string; readonly now: number },
): OrderRow['gift'] => {
  if (!order.gift) return undefined;
  const state = stateOf(order, now);
  const { expiresAt, claimedAt } = order.gift;
  return {
    state,
    ...(state === 'waiting' && { code }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(claimedAt !== undefined && { claimedAt }),
  };
};
