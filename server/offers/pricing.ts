import { whyNot, type Wanted } from '../../shared/pricing/applies';
import { floorOf, type Floor } from '../../shared/pricing/floor';
import { priceOf, type Price } from '../../shared/pricing/price';
import { fail, ok, type Result } from '../../shared/result';
import type { Order } from '../orders/order';
import type { Quote } from '../orders/quote';
import type { Claim } from './claim';
import type { Coupon } from './coupon';

/** A coupon somebody wants to pay with, and the claim on it that is theirs. */
export type CouponInHand = { readonly coupon: Coupon; readonly claim: Claim };

/** What a buyer agrees to: the price, and the coupon that is part of it. */
export type Agreed = { readonly price: Price; readonly coupon?: NonNullable<Order['coupon']> };

/** What is offered, as coupons see it. */
export const wantedOf = ({ item, categoryId, listPrice }: Quote): Wanted => ({
  kind: item.kind,
  id: item.id,
  categoryId,
  listPrice,
});

/** The price of what is offered, with a coupon or without. */
export const priceWith = (quote: Quote, floor: Floor, coupons: readonly Coupon[]): Price =>
  priceOf({
    listPrice: quote.listPrice,
    floor: floorOf(floor, quote.listPrice),
    prices: quote.prices,
    coupons: coupons.map(({ _id: id, title, worth }) => ({ id, title, worth })),
  });

/**
 * The claim to pay with: one that is free, else one that an open order has, which may be the order that this one
 * goes on with or replaces.
 */
export const claimToUse = (claims: readonly Claim[], userId: string): Claim | undefined => {
  const own = claims.filter((claim) => claim.userId === userId);
  return (
    own.find(({ state }) => state === 'claimed') ?? own.find(({ state }) => state === 'reserved')
  );
};

/** Prices what is offered with exactly the coupon the buyer chose, which must be good for something. */
export const agreeOn = (
  quote: Quote,
  { floor, chosen, now }: { floor: Floor; chosen: CouponInHand | undefined; now: number },
): Result<Agreed, 'COUPON_NOT_USABLE'> => {
  if (!chosen) return ok({ price: priceWith(quote, floor, []) });
  const { coupon, claim } = chosen;
  if (whyNot(coupon, wantedOf(quote), now)) return fail('COUPON_NOT_USABLE');
  const price = priceWith(quote, floor, [coupon]);
  if (!price.coupon) return fail('COUPON_NOT_USABLE');
  const { _id: couponId, fundedBy } = coupon;
  const { amount } = price.coupon;
  return ok({ price, coupon: { couponId, claimId: claim._id, hold: 1, amount, fundedBy } });
};
