import type { Tasks } from '../outbox/work';
import type { Claim } from './claim';
import { takeStock } from './claiming';
import { claimsOf } from './claims';
import { couponsOf } from './coupons';

/** What a crash in the middle of claiming left to be done. */
export const claimTasks: Tasks<Claim> = {
  settleClaim: async ({ db }, claim) => {
    const coupon = await couponsOf(db).get(claim.couponId);
    await (coupon ? takeStock(db, coupon, claim) : claimsOf(db).giveUp(claim._id));
  },
};
