import { fen, type Fen } from '../money';
import { floorOf, STRICTEST } from './floor';
import type { PriceOffer } from './price';

/** What a teacher set as prices of a course, in fen. */
export type CoursePrices = {
  readonly price: number;
  readonly sale?:
    { readonly price: number; readonly from: number; readonly to: number } | undefined;
  readonly memberPrice?: number | undefined;
};

/** The sale of a course that runs now: from its first moment on, until its last has come. */
export const saleAt = ({ sale }: CoursePrices, now: number): CoursePrices['sale'] =>
  sale && sale.from <= now && now < sale.to ? sale : undefined;

/** The prices a course has for somebody now, beside its list price. */
export const priceOffersOf = (
  course: CoursePrices,
  { isMember, now }: { readonly isMember: boolean; readonly now: number },
): PriceOffer[] => {
  const sale = saleAt(course, now);
  const { memberPrice } = course;
  return [
    ...(sale ? [{ kind: 'sale' as const, price: fen(sale.price) }] : []),
    ...(isMember && memberPrice !== undefined
      ? [{ kind: 'member' as const, price: fen(memberPrice) }]
      : []),
  ];
};

/** A course's prices as lists show them: what anybody pays now, until when, and what members pay where that is less. */
export const pricesShown = (
  course: CoursePrices,
  now: number,
): { priceNow: Fen; saleEndsAt?: number; memberPrice?: Fen } => {
  const sale = saleAt(course, now);
  const priceNow = fen(Math.min(course.price, sale?.price ?? course.price));
  const { memberPrice = priceNow } = course;
  return {
    priceNow,
    ...(sale && { saleEndsAt: sale.to }),
    ...(memberPrice < priceNow && { memberPrice: fen(memberPrice) }),
  };
};

/** Whether what a teacher wants to ask can be asked on every phone: less than the list price, not under the floor. */
export const arePricesPossible = ({ price, sale, memberPrice }: CoursePrices): boolean => {
  const floor = floorOf(STRICTEST, fen(price));
  const isLower = (lower: number) => lower < price && lower >= floor;
  return (
    (!sale || (isLower(sale.price) && sale.from < sale.to)) &&
    (memberPrice === undefined || isLower(memberPrice))
  );
};
