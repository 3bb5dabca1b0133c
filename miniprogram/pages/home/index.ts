import { openCategory } from '../../lib/categoryWish';
import { recordEvent } from '../../lib/events';
import { addressOf, openPage, pages } from '../../lib/navigate';
import { failed, loading, ready } from '../../lib/pageState';
import { say } from '../../lib/say';
import { loadShopFront, type ShopFront } from '../../lib/shopFront';

type TapOn<Data> = { currentTarget: { dataset: Data } };

const nothing: ShopFront = { shopName: '', banners: [], categories: [], shelves: [] };

/** The first screen: banners, categories and shelves of courses. */
Page({
  data: { ...loading, ...nothing, slide: 0 },

  onLoad() {
    recordEvent({ name: 'page_view', page: 'home' });
    void this.load();
  },

  async load(fresh = false) {
    const shown = this.data.status === 'ready';
    if (!shown) this.setData(loading);
    const reply = await loadShopFront(fresh);
    if (reply.ok) this.show(reply.data);
    else if (shown) say(reply.message);
    else this.setData(failed(reply));
  },

  show(front: ShopFront) {
    this.setData({ ...ready, ...front });
    void wx.setNavigationBarTitle({ title: front.shopName });
  },

  retry() {
    void this.load(true);
  },

  async onPullDownRefresh() {
    await this.load(true);
    void wx.stopPullDownRefresh();
  },

  turn({ detail }: WechatMiniprogram.SwiperChange) {
    this.setData({ slide: detail.current });
  },

  openBanner({ currentTarget }: TapOn<{ course: string }>) {
    openPage(pages.course, { courseId: currentTarget.dataset.course });
  },

  openCategory({ currentTarget }: TapOn<{ category: string }>) {
    openCategory(currentTarget.dataset.category);
  },

  openDiscover() {
    openPage(pages.discover);
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    return { title: this.data.shopName, path: addressOf(pages.home) };
  },

  onShareTimeline(): WechatMiniprogram.Page.ICustomTimelineContent {
    return { title: this.data.shopName };
  },
});
