import type { OrderRow } from '../../../../../shared/orders/contract';
import { messages } from '../../../../../shared/messages';
import { parseYuan, subtract, ZERO, type Fen } from '../../../../../shared/money';
import { ASKING_APPLE } from '../../../../../shared/refunds/decider';
import { askToNotify } from '../../../../lib/askToNotify';
import { call } from '../../../../lib/call';
import { yuan } from '../../../../lib/format';
import { pages, replacePage } from '../../../../lib/navigate';
import { failed, loading, ready } from '../../../../lib/pageState';
import { requestId } from '../../../../lib/requestId';
import { askFirst, say, sayWhy } from '../../../../lib/say';
import { whoAmI } from '../../../../lib/session';

type TapOn<Data> = { currentTarget: { dataset: Data } };

const REASONS = ['买错了', '和介绍不符', '没有时间学', '内容太浅或太难', '其他'] as const;
const SHORTEST_REASON = 2;
const APPLE_ADDRESS = 'https://reportaproblem.apple.com';

/** Asking for money back on one order: why, and how much of it. */
Page({
  data: {
    ...loading,
    orderId: '',
    requestId: '',
    order: null as OrderRow | null,
    left: ZERO,
    reasons: REASONS,
    reason: '' as string,
    details: '',
    partial: false,
    typedAmount: '',
    busy: false,
    byApple: false,
    askingApple: ASKING_APPLE,
  },

  onLoad({ orderId }: { orderId: string }) {
    this.setData({ orderId, requestId: requestId() });
    void this.load();
  },

  async load() {
    this.setData(loading);
    const { orderId } = this.data;
    const [reply] = await Promise.all([call('getOrders', { orderId }), whoAmI()]);
    if (!reply.ok) return this.setData(failed(reply));
    const [order] = reply.data.items;
    if (!order?.actions.includes('refund')) {
      return this.setData(
        failed({ code: 'REFUND_NOT_POSSIBLE', message: messages.REFUND_NOT_POSSIBLE }),
      );
    }
    const byApple = order.refundBy === 'apple';
    this.setData({ ...ready, order, byApple, left: subtract(order.payable, order.refunded) });
  },

  async copyAddress() {
    await wx.setClipboardData({ data: APPLE_ADDRESS });
    say('网址已复制，请用浏览器打开');
  },

  choose({ currentTarget }: TapOn<{ reason: string }>) {
    this.setData({ reason: currentTarget.dataset.reason });
  },

  explain({ detail }: WechatMiniprogram.Input) {
    this.setData({ details: detail.value });
  },

  takeAll() {
    this.setData({ partial: false });
  },

  takePart() {
    this.setData({ partial: true });
  },

  typeAmount({ detail }: { detail: { value: string } }) {
    this.setData({ typedAmount: detail.value });
  },

  /** The words for the reviewer; `其他` alone says nothing. */
  fullReason(): string {
    const { reason, details } = this.data;
    const words = reason === '其他' ? [details] : [reason, details];
    return words
      .map((part) => part.trim())
      .filter(Boolean)
      .join('：');
  },

  /** The amount asked for; undefined when what is typed is none. */
  amount(): Fen | undefined {
    const { partial, typedAmount, left } = this.data;
    const amount = partial ? parseYuan(typedAmount) : left;
    return amount !== undefined && amount > 0 && amount <= left ? amount : undefined;
  },

  async send() {
    if (this.data.busy) return;
    const reason = this.fullReason();
    const amount = this.amount();
    if (reason.length < SHORTEST_REASON) return say('请选择或写明退款原因');
    if (amount === undefined) return say(`请填写不超过 ${yuan(this.data.left)} 的金额`);
    const sure = await askFirst(`申请退款 ${yuan(amount)}，确定吗？`, {
      yes: '提交申请',
      onYes: () => askToNotify('refunded'),
    });
    if (!sure) return;
    this.setData({ busy: true });
    await this.ask(reason, amount);
    this.setData({ busy: false });
  },

  async ask(reason: string, amount: Fen) {
    const { orderId, requestId: number, partial } = this.data;
    const reply = await call('refund', {
      requestId: number,
      orderId,
      reason,
      ...(partial && { amount }),
    });
    if (!reply.ok) {
      if (reply.code === 'REQUEST_REUSED') this.setData({ requestId: requestId() });
      return sayWhy(reply);
    }
    say(reply.data.status === 'requested' ? '已提交，等待审核' : '已同意，正在退款');
    replacePage(pages.order, { orderId });
  },
});
