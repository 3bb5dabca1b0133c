import type { ItemKind } from '../../../../../shared/orders/contract';
import type { Fen } from '../../../../../shared/money';
import type { Quote } from '../../../../../shared/offers/contract';
import { askToNotify } from '../../../../lib/askToNotify';
import type { Answer, Refusal } from '../../../../lib/call';
import { recordEvent } from '../../../../lib/events';
import { yuan } from '../../../../lib/format';
import { pages, replacePage } from '../../../../lib/navigate';
import { failed, loading, ready } from '../../../../lib/pageState';
import { isPaid, openOrder, resumeOrder } from '../../../../lib/pay';
import { requestId } from '../../../../lib/requestId';
import { askFirst, say, sayWhy } from '../../../../lib/say';
import { requireLogin, whoAmI } from '../../../../lib/session';
import { claimCoupon, quotePrice } from '../../offers';
import { payNow } from '../../payNow';
import { priceView, type PriceView } from './priceView';
import { findPurchase, type Purchase } from './purchase';

type CouponEvent = { detail: { couponId: string } };
type Query = { kind: ItemKind; id: string; gift?: string };

/** The last look before paying: what, how much and why, on which terms. One page is one intention to buy. */
Page({
  data: {
    ...loading,
    kind: 'course' as ItemKind,
    id: '',
    gift: false,
    requestId: '',
    visitor: false,
    purchase: null as Purchase | null,
    quote: null as Quote | null,
    price: null as PriceView | null,
    /** The coupon asked for, or `none`; empty leaves the choice to the server. */
    wanted: '',
    pricing: false,
    choosing: false,
    claiming: '',
    agreed: false,
    busy: false,
  },

  onLoad({ kind, id, gift = '' }: Query) {
    this.setData({ kind, id, gift: gift !== '', requestId: requestId() });
    if (gift) void wx.setNavigationBarTitle({ title: '送给好友' });
    recordEvent({ name: 'page_view', page: 'confirm', subject: id });
    void this.load();
  },

  async load() {
    this.setData(loading);
    const who = await whoAmI();
    if (!who.ok) return this.setData(failed(who));
    if (!who.data.me) return this.setData({ ...ready, visitor: true });
    const { kind, id } = this.data;
    const [found, quoted] = await Promise.all([findPurchase(kind, id), this.askPrice()]);
    if (!found.ok) return this.setData(failed(found));
    if (!quoted.ok) return this.explainNoPrice(quoted);
    this.setData({ visitor: false, purchase: found.data });
    this.showPrice(quoted.data);
    this.setData(ready);
  },

  async logIn() {
    if (await requireLogin()) await this.load();
  },

  askPrice() {
    const { kind, id, gift, wanted } = this.data;
    return quotePrice({ kind, id, gift, couponId: wanted });
  },

  showPrice(quote: Quote) {
    this.setData({ quote, price: priceView(quote) });
  },

  /** Another price is another intention: the order must not be taken for a repeat of the one before. */
  async priceAnew(wanted: string) {
    this.setData({ wanted, requestId: requestId(), pricing: true });
    const reply = await this.askPrice();
    this.setData({ pricing: false });
    if (reply.ok) this.showPrice(reply.data);
    else sayWhy(reply);
  },

  explainNoPrice(refusal: Refusal<'getOffers'>) {
    if (refusal.code !== 'COURSE_ALREADY_OWNED') return this.setData(failed(refusal));
    sayWhy(refusal);
    replacePage(pages.course, { courseId: this.data.id });
  },

  openCoupons() {
    this.setData({ choosing: true });
  },

  closeCoupons() {
    this.setData({ choosing: false });
  },

  chooseCoupon({ detail }: CouponEvent) {
    this.setData({ choosing: false });
    void this.priceAnew(detail.couponId || 'none');
  },

  async claim({ detail }: CouponEvent) {
    this.setData({ claiming: detail.couponId });
    const reply = await claimCoupon(detail.couponId, requestId());
    this.setData({ claiming: '' });
    if (!reply.ok) return sayWhy(reply);
    await this.priceAnew('');
  },

  agree() {
    this.setData({ agreed: !this.data.agreed });
  },

  async pay() {
    if (this.data.busy || this.data.pricing) return;
    if (!this.data.agreed) return say('请先阅读并同意退款规则');
    this.setData({ busy: true });
    await askToNotify('paid');
    if (!(await this.order())) this.setData({ busy: false });
  },

  /** Answers whether another page has taken over. */
  async order(): Promise<boolean> {
    const { requestId, kind, id, gift, quote } = this.data;
    const reply = await openOrder({ requestId, kind, id, gift, couponId: quote?.couponId });
    if (!reply.ok) return this.explain(reply);
    await this.settle(reply.data);
    return true;
  },

  async settle({ orderId, status, payable, payment }: Answer<'createOrder'>) {
    if (isPaid(status)) return replacePage(pages.result, { orderId });
    if (!(await this.agreesTo(payable))) return replacePage(pages.order, { orderId });
    if (payment) return payNow(orderId, payment);
    const resumed = await resumeOrder(orderId);
    if (resumed.ok) return payNow(orderId, resumed.data.payment);
    sayWhy(resumed);
    replacePage(pages.order, { orderId });
  },

  /** A sale may have ended since the price was shown, or an order of another price waits to be paid. */
  async agreesTo(payable: Fen): Promise<boolean> {
    const shown = this.data.quote?.payable;
    if (shown === undefined || shown === payable) return true;
    return askFirst(`现在应付 ${yuan(payable)}，刚才显示的是 ${yuan(shown)}。按新价格付款吗？`, {
      title: '价格有变化',
      yes: '继续支付',
      no: '先不付',
    });
  },

  async explain(refusal: Refusal<'createOrder'>): Promise<boolean> {
    sayWhy(refusal);
    if (refusal.code === 'REQUEST_REUSED') this.setData({ requestId: requestId() });
    if (refusal.code === 'COUPON_NOT_USABLE') await this.priceAnew('');
    const owned = refusal.code === 'COURSE_ALREADY_OWNED';
    if (owned) replacePage(pages.course, { courseId: this.data.id });
    return owned;
  },
});
