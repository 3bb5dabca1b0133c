import { fen, negate } from '../../shared/money';
import type { Quote as Shown } from '../../shared/offers/contract';
import { covers, whyNot, whyNotWords, type WhyNot } from '../../shared/pricing/applies';
import type { Floor } from '../../shared/pricing/floor';
import type { Price } from '../../shared/pricing/price';
import { fail, ok, type Result } from '../../shared/result';
import type { Quote } from '../orders/quote';
import type { Claim } from './claim';
import type { Coupon } from './coupon';
import { priceWith, wantedOf } from './pricing';
import { couponCard } from './shown';

/** What a price is asked for with. */
export type Asked = {
  readonly quote: Quote;
  readonly floor: Floor;
  /** The claims that are the caller's. */
  readonly claims: readonly Claim[];
  /** The coupons of those claims, and those listed in the shop. */
  readonly coupons: readonly Coupon[];
  /** The open order that this one would go on with or replace. */
  readonly openOrderId: string | undefined;
  /** A coupon by name, `none`, or the best. */
  readonly wish: string | undefined;
  readonly now: number;
};

type Judged = { readonly coupon: Coupon; readonly reason: WhyNot | undefined };

/** Whether a claim can pay: nobody has it, or the very order that would be replaced. */
const isAtHand = ({ state, heldBy }: Claim, openOrderId: string | undefined): boolean =>
  state === 'claimed' || (state === 'reserved' && heldBy.split('#')[0] === openOrderId);

const reasonOf = (coupon: Coupon, asked: Asked): WhyNot | undefined => {
  const { quote, floor, claims, openOrderId, now } = asked;
  const reason = whyNot(coupon, wantedOf(quote), now);
  if (reason) return reason;
  const own = claims.filter(({ couponId }) => couponId === coupon._id);
  if (!own.some((claim) => isAtHand(claim, openOrderId))) return 'inUse';
  return priceWith(quote, floor, [coupon]).coupon ? undefined : 'atFloor';
};

/** Every coupon the caller could still pay something with, and why not here. */
const judge = (asked: Asked): Judged[] => {
  const live = asked.claims.filter(({ state }) => state === 'claimed' || state === 'reserved');
  const ids = new Set(live.map(({ couponId }) => couponId));
  return asked.coupons
    .filter(({ _id, to }) => ids.has(_id) && asked.now < to)
    .map((coupon) => ({ coupon, reason: reasonOf(coupon, asked) }));
};

/** The lines of a price: the list price, then what is taken off; their sum is what is to be paid. */
const linesOf = ({ listPrice, discounts }: Price): Shown['lines'] => [
  { kind: 'list', label: '原价', amount: listPrice },
  ...discounts.map(({ kind, label, amount }) => ({ kind, label, amount: negate(amount) })),
];

/** Prices an item line by line, with the coupon wished for or the best. */
export const quoteShown = (asked: Asked): Result<Shown, 'COUPON_NOT_USABLE'> => {
  const { quote, floor, wish } = asked;
  const judged = judge(asked);
  const usable = judged.flatMap(({ coupon, reason }) => (reason ? [] : [coupon]));
  const wished = usable.filter(({ _id }) => wish === undefined || _id === wish);
  if (wish !== undefined && wish !== 'none' && wished.length === 0)
    return fail('COUPON_NOT_USABLE');
  const price = priceWith(quote, floor, wished);
  return ok({
    kind: 'quote',
    listPrice: price.listPrice,
    payable: price.payable,
    lines: linesOf(price),
    ...(price.coupon && { couponId: price.coupon.id }),
    coupons: judged.map((each) => ({ ...couponCard(each.coupon), ...verdict(each, asked) })),
    claimable: claimableOf(asked).map(couponCard),
  });
};

/** What a coupon takes off here, or why it does not. */
const verdict = ({ coupon, reason }: Judged, { quote, floor }: Asked) =>
  reason
    ? { whyNot: whyNotWords(reason, coupon) }
    : { amount: priceWith(quote, floor, [coupon]).coupon?.amount ?? fen(0) };

/** The listed coupons good for this item that the caller has no claim on. */
const claimableOf = ({ quote, claims, coupons, now }: Asked): Coupon[] =>
  coupons.filter(
    ({ _id, scope, handout, to }) =>
      handout === 'listed' &&
      now < to &&
      covers(scope, wantedOf(quote)) &&
      !claims.some(({ couponId, state }) => couponId === _id && state !== 'asked'),
  );
