import { fail, ok, type Result } from '../../shared/result';
import type { User } from '../accounts/user';
import type { Database } from '../database';
import type { Claim } from './claim';
import { claimsOfPhone, claimsOn } from './claims';
import type { Coupon } from './coupon';
import { couponBy } from './coupons';
import { claimToUse, type CouponInHand } from './pricing';

/** What is read of a coupon that a phone wants to pay with, together with everything else. */
export const couponReads = (openid: string, couponId: string) => ({
  coupon: couponBy(couponId),
  claims: claimsOfPhone(openid, couponId),
});

/**
 * The coupon a buyer wants to pay with, if it is theirs; it may have been claimed from another phone of theirs, which
 * costs one more round trip. Undefined when they want none.
 */
export const couponInHand = async (
  db: Database,
  { couponId, buyer }: { readonly couponId: string | undefined; readonly buyer: User },
  found: { readonly coupon?: Coupon | undefined; readonly claims?: readonly Claim[] },
): Promise<Result<CouponInHand | undefined, 'COUPON_NOT_USABLE'>> => {
  if (couponId === undefined) return ok(undefined);
  const { coupon, claims = [] } = found;
  if (!coupon) return fail('COUPON_NOT_USABLE');
  const claim =
    claimToUse(claims, buyer._id) ??
    claimToUse((await db.together({ claims: claimsOn(buyer._id, couponId) })).claims, buyer._id);
  return claim ? ok({ coupon, claim }) : fail('COUPON_NOT_USABLE');
};
