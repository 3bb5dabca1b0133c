import type { Chosen } from '../../../../components/filter-bar/index';
import { couponView, type CouponView } from '../../../../lib/couponWords';
import { openPage, pages } from '../../../../lib/navigate';
import { failed, loading, ready } from '../../../../lib/pageState';
import { requestId } from '../../../../lib/requestId';
import { say, sayWhy } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { openCouponPlace } from '../../couponPlaces';
import { claimCoupon, readCoupons } from '../../offers';
import { byTab, TABS, type Tab } from './tabs';

/** One's coupons by whether they can still be used, and those the shop has for everybody. */
Page({
  data: {
    ...loading,
    tabs: TABS,
    tab: 'usable' as Tab,
    mine: byTab([]),
    claimable: [] as CouponView[],
    claiming: '',
  },

  onShow() {
    void this.load();
  },

  async load() {
    if (this.data.status === 'failed') this.setData(loading);
    const reply = await readCoupons();
    if (!reply.ok) return this.setData(failed(reply));
    const { mine, claimable } = reply.data;
    this.setData({ ...ready, mine: byTab(mine), claimable: claimable.map(couponView) });
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  turnTo({ detail }: Chosen<Tab>) {
    this.setData({ tab: detail.value });
  },

  async claim({ currentTarget }: Tap<{ coupon: string }>) {
    if (this.data.claiming) return;
    const { coupon } = currentTarget.dataset;
    this.setData({ claiming: coupon });
    const reply = await claimCoupon(coupon, requestId());
    this.setData({ claiming: '' });
    if (!reply.ok) sayWhy(reply);
    else say('已领取');
    await this.load();
  },

  use({ currentTarget }: Tap<{ index: number }>) {
    const coupon = this.data.mine[this.data.tab][currentTarget.dataset.index];
    if (coupon) openCouponPlace(coupon);
  },

  browse() {
    openPage(pages.discover);
  },
});
