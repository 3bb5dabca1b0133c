import type { Context } from '../context';
import type { Claim } from './claim';
import { newestClaims } from './claims';
import type { Coupon } from './coupon';
import { couponsBy, listedCoupons } from './coupons';

/** As many claims as anybody looks at; older ones are long over. */
const CLAIMS = 100;
const LISTED = 50;

/** A person's claims with their coupons, and the coupons listed in the shop. Two round trips. */
export const couponsAround = async (
  { db, now }: Pick<Context, 'db' | 'now'>,
  userId: string,
): Promise<{ claims: Claim[]; own: Coupon[]; listed: Coupon[] }> => {
  const { claims, listed } = await db.together({
    claims: newestClaims(userId, CLAIMS),
    listed: listedCoupons(now, LISTED),
  });
  const ids = [...new Set(claims.map(({ couponId }) => couponId))];
  const known = new Map(listed.map((coupon) => [coupon._id, coupon]));
  const missing = ids.filter((id) => !known.has(id));
  const { more } =
    missing.length > 0 ? await db.together({ more: couponsBy(missing) }) : { more: [] };
  for (const coupon of more) known.set(coupon._id, coupon);
  return { claims, own: ids.flatMap((id) => known.get(id) ?? []), listed };
};
