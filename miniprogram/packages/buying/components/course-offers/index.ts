import type { Quote } from '../../../../../shared/offers/contract';
import { couponInShort } from '../../../../lib/couponWords';
import { requestId } from '../../../../lib/requestId';
import { say, sayWhy } from '../../../../lib/say';
import { whoAmI } from '../../../../lib/session';
import { claimCoupon, quotePrice } from '../../offers';

const AT_A_GLANCE = 2;

/** The coupons for a course: the best at a glance, all of them in a sheet to claim. Visitors and owners see nothing. */
Component({
  properties: { courseId: { type: String, value: '' } },

  data: {
    words: [] as string[],
    coupons: [] as Quote['coupons'],
    claimable: [] as Quote['claimable'],
    open: false,
    claiming: '',
  },

  lifetimes: {
    attached() {
      void this.load();
    },
  },

  methods: {
    async load() {
      const who = await whoAmI();
      if (!who.ok || !who.data.me) return;
      const reply = await quotePrice({ kind: 'course', id: this.data.courseId });
      if (!reply.ok) return;
      const { coupons, claimable } = reply.data;
      const usable = coupons.filter(({ amount }) => amount !== undefined);
      const words = [...claimable, ...usable].slice(0, AT_A_GLANCE).map(couponInShort);
      this.setData({ words, coupons: usable, claimable });
    },

    onOpen() {
      this.setData({ open: true });
    },

    onClose() {
      this.setData({ open: false });
    },

    async onClaim({ detail }: { detail: { couponId: string } }) {
      this.setData({ claiming: detail.couponId });
      const reply = await claimCoupon(detail.couponId, requestId());
      this.setData({ claiming: '' });
      if (!reply.ok) return sayWhy(reply);
      say('已领取，下单时自动使用');
      await this.load();
    },
  },
});
