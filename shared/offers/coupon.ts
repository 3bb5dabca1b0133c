/**
 * How people come by a coupon: it is listed in the shop, whoever has its link may claim it,
 * or nobody may claim it any more. What was claimed stays good in every case.
 */
export const HANDOUTS = ['listed', 'link', 'stopped'] as const;
export type Handout = (typeof HANDOUTS)[number];

/** Who bears what a coupon takes off: the platform alone, or teacher and platform by their shares. */
export const FUNDERS = ['shared', 'platform'] as const;
export type FundedBy = (typeof FUNDERS)[number];

/** One person's hold on a coupon: `asked` until a piece of the stock is theirs, `reserved` for an open order. */
export const CLAIM_STATES = ['asked', 'claimed', 'reserved', 'used'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];
