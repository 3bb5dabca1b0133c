import type { Handout } from '../../../../../shared/offers/coupon';
import { listPage } from '../../../../lib/listPage';
import { addressOf, openPage, pages } from '../../../../lib/navigate';
import { emptyList, shownAs } from '../../../../lib/pagedList';
import { askFirst, say, sayWhy } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { manageOffers } from '../../managing';
import { couponRow, type ShownCoupon } from './couponRow';

/** The coupons a teacher made, or for an admin all of the shop: how they run, and when to stop. */
Page({
  ...listPage,

  data: { ...emptyList<ShownCoupon>(), entered: false, busy: '' },

  onEnter() {
    this.setData({ entered: true });
    void this.load();
  },

  onShow() {
    if (this.data.entered) void this.load();
  },

  async fetch(cursor?: string) {
    const reply = await manageOffers<'coupons'>({ action: 'listCoupons', cursor });
    return shownAs(reply, (coupon) => couponRow(coupon));
  },

  onCreateTap() {
    openPage(pages.couponForm);
  },

  async onStopTap({ currentTarget }: Tap<{ index: number }>) {
    const sure = await askFirst('停发后不能再领取，已经领到的仍可使用。', { yes: '停发' });
    if (sure) await this.handOut(currentTarget.dataset.index, 'stopped');
  },

  async onResumeTap({ currentTarget }: Tap<{ index: number }>) {
    await this.handOut(currentTarget.dataset.index, 'listed');
  },

  async handOut(index: number, handout: Handout) {
    const coupon = this.data.items[index];
    if (!coupon || this.data.busy) return;
    const { couponId, version, title, to, stock } = coupon;
    this.setData({ busy: couponId });
    const reply = await manageOffers<'coupons'>({
      action: 'changeCoupon',
      ...{ couponId, version, title, to, stock, handout },
    });
    this.setData({ busy: '' });
    if (!reply.ok) sayWhy(reply);
    else say(handout === 'stopped' ? '已停发' : '已恢复发放');
    await this.load();
  },

  onShareAppMessage({
    target,
  }: WechatMiniprogram.Page.IShareAppMessageOption): WechatMiniprogram.Page.ICustomShareContent {
    const { coupon } = (target as { dataset?: { coupon?: string } } | undefined)?.dataset ?? {};
    const shared = this.data.items.find(({ couponId }) => couponId === coupon);
    if (!shared) return {};
    return {
      title: `${shared.title}，快来领取`,
      path: addressOf(pages.coupon, { couponId: shared.couponId }),
    };
  },
});
