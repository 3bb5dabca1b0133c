import type { OrderRow } from '../../../../../shared/orders/contract';
import { messages } from '../../../../../shared/messages';
import { call } from '../../../../lib/call';
import { minute, yuan } from '../../../../lib/format';
import { failed, loading, ready } from '../../../../lib/pageState';
import { sayWhy } from '../../../../lib/say';
import { whoAmI } from '../../../../lib/session';
import { giftShare } from '../../giftShare';
import { actOnOrder, type OrderAction } from '../../orderActions';
import { openBought } from '../../openBought';
import { orderView, refundWords } from '../../orderWords';

type TapOn<Data> = { currentTarget: { dataset: Data } };

/** An order with the words of its times, amounts and refunds. */
const detailOf = (order: OrderRow) => ({
  ...orderView(order),
  created: minute(order.createdAt),
  discounts: order.discounts.map(({ kind, label, amount }) => ({
    kind,
    label,
    money: `−${yuan(amount)}`,
  })),
  refunds: order.refunds.map((refund) => ({
    ...refund,
    word: refundWords[refund.status],
    money: yuan(refund.amount),
    asked: minute(refund.askedAt),
  })),
  timeline: [...order.timeline].reverse().map(({ at, text }) => ({ when: minute(at), text })),
});

/** One order: where it stands, how it came there, and what can be done about it. */
Page({
  data: {
    ...loading,
    orderId: '',
    order: null as ReturnType<typeof detailOf> | null,
    giver: '',
    busy: false,
  },

  onLoad({ orderId }: { orderId: string }) {
    this.setData({ orderId });
    void this.learnGiver();
  },

  /** A gift tells its receiver from whom it is; without the name it still is one. */
  async learnGiver() {
    const who = await whoAmI();
    if (who.ok) this.setData({ giver: who.data.me?.nickname ?? '' });
  },

  onShow() {
    void this.load();
  },

  async load() {
    const reply = await call('getOrders', { orderId: this.data.orderId });
    if (!reply.ok) return this.data.order ? sayWhy(reply) : this.setData(failed(reply));
    const [order] = reply.data.items;
    if (order) this.setData({ ...ready, order: detailOf(order) });
    else this.setData(failed({ code: 'NOT_FOUND', message: messages.NOT_FOUND }));
  },

  retry() {
    this.setData(loading);
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  openItem() {
    if (this.data.order) openBought(this.data.order.item);
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { order, giver } = this.data;
    return order ? giftShare(order, giver) : {};
  },

  copyNumber() {
    void wx.setClipboardData({ data: this.data.orderId });
  },

  async act({ currentTarget }: TapOn<{ action: OrderAction }>) {
    const { order, busy } = this.data;
    if (!order || busy) return;
    this.setData({ busy: true });
    if ((await actOnOrder(currentTarget.dataset.action, order)) === 'elsewhere') return;
    this.setData({ busy: false });
    await this.load();
  },
});
