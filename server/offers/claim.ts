import type { ClaimState } from '../../shared/offers/coupon';

/**
 * One person's hold on a coupon: `_id` is `${couponId}_${userId}_${n}`, so nobody has more than there are numbers.
 * It goes from `claimed` to `reserved` for one order and back, and to `used` when that order is paid.
 */
export type Claim = {
  readonly _id: string;
  readonly couponId: string;
  readonly userId: string;
  /** The WeChat identity that claimed it. */
  readonly openid: string;
  readonly requestId: string;
  readonly state: ClaimState;
  /** The token of the order that has it, `orderId#n`; empty when none has. */
  readonly heldBy: string;
  readonly claimedAt: number;
  /** What a crash left to be done. */
  readonly todo: readonly string[];
  readonly todoAt?: number;
};

/** The n-th claim of a person on a coupon. */
export const claimId = (couponId: string, userId: string, n: number): string =>
  `${couponId}_${userId}_${n}`;
