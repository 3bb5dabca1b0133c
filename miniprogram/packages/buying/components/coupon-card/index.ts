import type { CouponView } from '../../../../lib/couponWords';

/**
 * A coupon: what it takes off, from when to when, what for. `dim` is for one that is used or over, `note` says why it
 * is not for now; the slot holds what can be done with it.
 */
Component({
  properties: {
    coupon: { type: Object, value: {} as CouponView },
    note: { type: String, value: '' },
    dim: { type: Boolean, value: false },
  },
});
