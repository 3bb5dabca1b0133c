import type { CourseCard } from '../../../../../shared/catalogue/contract';
import { openCategory } from '../../../../lib/categoryWish';
import { couponView, type CouponView } from '../../../../lib/couponWords';
import { listPage } from '../../../../lib/listPage';
import { addressOf, openPage, pages, readable } from '../../../../lib/navigate';
import { emptyList } from '../../../../lib/pagedList';
import { requestId } from '../../../../lib/requestId';
import { say, sayWhy } from '../../../../lib/say';
import { requireLogin, whoAmI } from '../../../../lib/session';
import type { Tap } from '../../../../lib/tap';
import { claimCoupon, readCoupons } from '../../offers';
import { coursesOf, placesOf, type Place } from './places';

const OPENERS: Readonly<Record<Place['to'], (id: string) => void>> = {
  discover: () => openPage(pages.discover),
  membership: () => openPage(pages.membership),
  category: openCategory,
};

/**
 * One coupon: to be claimed from a link, and where it can be used. One that is handed out by link alone is not shown
 * before it is claimed, as only its link knows of it.
 */
Page({
  ...listPage,

  data: {
    ...emptyList<CourseCard>(),
    couponId: '',
    requestId: '',
    coupon: null as CouponView | null,
    mine: false,
    places: [] as Place[],
    busy: false,
  },

  onLoad({ couponId = '', scene = '' }: { couponId?: string; scene?: string }) {
    this.setData({ couponId: couponId || readable(scene), requestId: requestId() });
    void this.load();
  },

  async fetch(cursor?: string) {
    if (cursor === undefined) {
      const found = await this.find();
      if (!found.ok) return found;
    }
    const { coupon } = this.data;
    if (!coupon) return { ok: true as const, data: { items: [] } };
    return coursesOf(coupon, Number(cursor ?? 0));
  },

  /** Looks for the coupon among those the caller has or may claim; a visitor has none. */
  async find() {
    const who = await whoAmI();
    if (!who.ok || !who.data.me) return who;
    const reply = await readCoupons();
    if (!reply.ok) return reply;
    const { couponId } = this.data;
    const own = reply.data.mine.find((each) => each.couponId === couponId);
    const coupon = own ?? reply.data.claimable.find((each) => each.couponId === couponId);
    if (coupon) {
      this.setData({ coupon: couponView(coupon), mine: Boolean(own) });
      this.setData({ places: await placesOf(coupon) });
    }
    return reply;
  },

  async claim() {
    if (this.data.busy) return;
    this.setData({ busy: true });
    if (await requireLogin()) await this.claimNow();
    this.setData({ busy: false });
  },

  async claimNow() {
    const reply = await claimCoupon(this.data.couponId, this.data.requestId);
    if (reply.ok) say('已领取，下单时自动使用');
    else sayWhy(reply);
    await this.load();
  },

  openPlace({ currentTarget }: Tap<{ index: number }>) {
    const place = this.data.places[currentTarget.dataset.index];
    if (place) OPENERS[place.to](place.id);
  },

  openCoupons() {
    openPage(pages.coupons);
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { couponId, coupon } = this.data;
    return {
      title: coupon ? `${coupon.title}，快来领取` : '送你一张优惠券',
      path: addressOf(pages.coupon, { couponId }),
    };
  },
});
