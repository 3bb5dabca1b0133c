/** The whole of a price, in basis points. */
export const WHOLE_PRICE = 10_000;

/** Nobody gets more than this for bringing a buyer, in basis points. */
export const MOST_AFFILIATE_SHARE = 5000;
