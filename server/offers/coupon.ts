import type { FundedBy, Handout } from '../../shared/offers/coupon';
import type { CouponTerms } from '../../shared/pricing/applies';

/** A coupon of the shop. What it promises is fixed; title, end, stock and handout may change. */
export type Coupon = CouponTerms & {
  readonly _id: string;
  /** Goes up by one with every change. */
  readonly version: number;
  readonly title: string;
  /** How many claims there may be; who holds one is in `couponPools`. */
  readonly stock: number;
  readonly perUser: number;
  readonly handout: Handout;
  readonly fundedBy: FundedBy;
  readonly madeBy: string;
  readonly madeAt: number;
};
