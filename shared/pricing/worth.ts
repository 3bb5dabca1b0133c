import { fen, shareOf, type Fen } from '../money';

/** What a coupon takes off: an amount in fen, or percent of the price up to an amount. */
export type Worth =
  | { readonly kind: 'fixed'; readonly amount: number }
  | { readonly kind: 'percent'; readonly percent: number; readonly atMost?: number | undefined };

/** What a coupon takes off a price: rounded down, and never more than the price. */
export const takenOff = (worth: Worth, price: Fen): Fen => {
  if (worth.kind === 'fixed') return fen(Math.min(worth.amount, price));
  const part = shareOf(price, worth.percent * 100);
  return fen(Math.min(part, worth.atMost ?? part));
};
