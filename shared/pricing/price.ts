import { fen, subtract, ZERO, type Fen } from '../money';
import { takenOff, type Worth } from './worth';

/** What may lower a price. */
export const DISCOUNT_KINDS = ['sale', 'member', 'coupon'] as const;
export type DiscountKind = (typeof DISCOUNT_KINDS)[number];

/** A price instead of the list price. */
export type PriceOffer = {
  readonly kind: 'sale' | 'member';
  readonly price: Fen;
};

/** A coupon on top of the best price. */
export type CouponOffer = { readonly id: string; readonly title: string; readonly worth: Worth };

/** What one discount really took off. */
export type Discount = {
  readonly kind: DiscountKind;
  readonly label: string;
  readonly amount: Fen;
};

/** A price with its reasons: `listPrice` less all `discounts` is `payable`, to the fen. */
export type Price = {
  readonly listPrice: Fen;
  readonly payable: Fen;
  readonly discounts: readonly Discount[];
  /** The coupon among them. */
  readonly coupon?: { readonly id: string; readonly amount: Fen };
};

const LABELS: Readonly<Record<PriceOffer['kind'], string>> = {
  sale: '限时优惠',
  member: '会员价',
};

type Offers = {
  readonly listPrice: Fen;
  /** The least that may be left of it, by `floorOf`; nothing at all may always be left. */
  readonly floor: Fen;
  readonly prices: readonly PriceOffer[];
  readonly coupons: readonly CouponOffer[];
};

/**
 * The lowest price that the offers allow: the best of the prices, then the coupon that takes most off it. The order of
 * the offers makes no difference, and one offer more never makes it dearer.
 */
export const priceOf = ({ listPrice, floor, prices, coupons }: Offers): Price => {
  const lowered = (amount: Fen): Fen => (amount === 0 ? ZERO : fen(Math.max(amount, floor)));
  const best = [...prices].sort(cheapestFirst)[0];
  const before = best && best.price < listPrice ? lowered(best.price) : listPrice;
  const taken = coupons
    .map((coupon) => ({
      coupon,
      payable: lowered(subtract(before, takenOff(coupon.worth, before))),
    }))
    .sort((one, other) => one.payable - other.payable || byText(one.coupon.id, other.coupon.id))[0];

  const ownPrice = best && discountOf(best.kind, LABELS[best.kind], subtract(listPrice, before));
  if (!taken) return { listPrice, payable: before, discounts: ownPrice ?? [] };
  const { coupon, payable } = taken;
  const amount = subtract(before, payable);
  return {
    listPrice,
    payable,
    discounts: [...(ownPrice ?? []), ...discountOf('coupon', coupon.title, amount)],
    ...(amount > 0 && { coupon: { id: coupon.id, amount } }),
  };
};

const cheapestFirst = (one: PriceOffer, other: PriceOffer): number =>
  one.price - other.price || byText(one.kind, other.kind);

const byText = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** A discount of nothing is none. */
const discountOf = (kind: DiscountKind, label: string, amount: Fen): Discount[] =>
  amount > 0 ? [{ kind, label, amount }] : [];
