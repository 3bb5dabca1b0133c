import type { RefundStatus } from '../../../../../shared/refunds/machine';
import { call } from '../../../../lib/call';
import { emptyList, loadList, loadMore } from '../../../../lib/pagedList';
import { say, sayWhy } from '../../../../lib/say';
import type { Me } from '../../../../lib/session';
import type { Tap } from '../../../../lib/tap';
import { REFUND_STATUS } from '../../wording';
import { refundRowOf, SHEET_WORDS, type Decision, type RefundRow } from './refundRow';

const FILTERS: readonly { readonly status: RefundStatus | ''; readonly word: string }[] = [
  { status: 'requested', word: '待处理' },
  { status: '', word: '全部' },
  { status: 'succeeded', word: '已退款' },
  { status: 'rejected', word: '已拒绝' },
  { status: 'abnormal', word: '异常' },
];

const NO_SHEET = { open: false, refundId: '', decision: 'approve' as Decision };

/** Refunds of the caller's courses (an admin: of all), decided or advised on with a note. */
Page({
  data: {
    ...emptyList<RefundRow>(),
    filters: FILTERS,
    filter: 'requested' as RefundStatus | '',
    statusLabels: REFUND_STATUS,
    admin: false,
    sheet: NO_SHEET,
    words: SHEET_WORDS.decide.approve,
    sending: false,
  },

  onEnter({ detail }: WechatMiniprogram.CustomEvent<{ me: Me }>) {
    this.setData({ admin: detail.me.role === 'admin' });
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  onReachBottom() {
    void loadMore(this, (cursor) => this.fetch(cursor));
  },

  load() {
    return loadList(this, (cursor) => this.fetch(cursor));
  },

  async fetch(cursor: string | undefined) {
    const { filter, admin } = this.data;
    const reply = await call('getRefunds', { cursor, ...(filter && { status: filter }) });
    if (!reply.ok) return reply;
    const items = reply.data.items.map((refund) => refundRowOf(refund, admin));
    return { ok: true as const, data: { ...reply.data, items } };
  },

  onFilterTap({ currentTarget }: Tap<{ status: RefundStatus | '' }>) {
    this.setData({ filter: currentTarget.dataset.status });
    void this.load();
  },

  onDecideTap({
    currentTarget,
  }: Tap<{ refundId: string; say: 'decide' | 'advise'; decision: Decision }>) {
    const { refundId, say: right, decision } = currentTarget.dataset;
    this.setData({
      words: SHEET_WORDS[right][decision],
      sheet: { open: true, refundId, decision },
    });
  },

  onSheetClose() {
    this.setData({ 'sheet.open': false });
  },

  async onSheetSubmit({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    if (this.data.sending) return;
    this.setData({ sending: true });
    const { refundId, decision } = this.data.sheet;
    const note = detail.reason;
    const reply = await call('reviewRefund', { refundId, decision, ...(note && { note }) });
    this.setData({ sending: false });
    if (!reply.ok && reply.code === 'NETWORK') return sayWhy(reply);
    this.setData({ sheet: NO_SHEET });
    if (!reply.ok) sayWhy(reply);
    else say(reply.data.opinionOnly ? '意见已提交，由管理员决定' : '已处理');
    await this.load();
  },
});
