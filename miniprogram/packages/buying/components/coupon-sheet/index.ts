import type { Quote } from '../../../../../shared/offers/contract';
import { couponView } from '../../../../lib/couponWords';
import { shortYuan } from '../../../../lib/format';
import type { Tap } from '../../../../lib/tap';

type Own = Quote['coupons'][number];

/** Most off first; what cannot be used comes after. */
const mostOffFirst = (one: Own, other: Own): number => (other.amount ?? 0) - (one.amount ?? 0);

const usableView = (coupon: Own) => ({
  ...couponView(coupon),
  off: coupon.amount === undefined ? '' : `减 ${shortYuan(coupon.amount)}`,
});

/**
 * The coupons for one item: those to be used, with what each takes off, those to be claimed, and why the others are
 * not for now. Fires `choose` with `{couponId}` (empty for none), `claim` with `{couponId}`, and `close`.
 */
Component({
  properties: {
    open: { type: Boolean, value: false },
    title: { type: String, value: '优惠券' },
    coupons: { type: Array, value: [] as Quote['coupons'] },
    claimable: { type: Array, value: [] as Quote['claimable'] },
    /** The one the price is with. */
    chosen: { type: String, value: '' },
    /** Whether one is to be chosen, as on the confirmation, or they are only shown. */
    choosing: { type: Boolean, value: false },
    /** The one being claimed. */
    busy: { type: String, value: '' },
  },

  data: {
    usable: [] as ReturnType<typeof usableView>[],
    others: [] as ReturnType<typeof couponView<Own>>[],
    toClaim: [] as ReturnType<typeof couponView>[],
  },

  observers: {
    coupons(coupons: Quote['coupons']) {
      const [usable, others] = [true, false].map((wanted) =>
        coupons.filter(({ amount }) => (amount !== undefined) === wanted),
      ) as [Own[], Own[]];
      this.setData({
        usable: usable.sort(mostOffFirst).map(usableView),
        others: others.map(couponView),
      });
    },
    claimable(claimable: Quote['claimable']) {
      this.setData({ toClaim: claimable.map(couponView) });
    },
  },

  methods: {
    onCouponTap({ currentTarget }: Tap<{ coupon: string }>) {
      if (!this.data.choosing) return;
      this.triggerEvent('choose', { couponId: currentTarget.dataset.coupon });
    },

    onClaimTap({ currentTarget }: Tap<{ coupon: string }>) {
      if (this.data.busy) return;
      this.triggerEvent('claim', { couponId: currentTarget.dataset.coupon });
    },

    onClose() {
      this.triggerEvent('close');
    },
  },
});
