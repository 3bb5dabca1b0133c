import type { RefundStatus } from '../../../../../shared/refunds/machine';
import type { Choice, Chosen } from '../../../../components/filter-bar/index';
import { call } from '../../../../lib/call';
import { listPage } from '../../../../lib/listPage';
import { emptyList, shownAs } from '../../../../lib/pagedList';
import { say, sayWhy } from '../../../../lib/say';
import type { Me } from '../../../../lib/session';
import type { Tap } from '../../../../lib/tap';
import { REFUND_STATUS } from '../../wording';
import { refundRowOf, SHEET_WORDS, type Decision, type RefundRow } from './refundRow';

const FILTERS: readonly Choice<RefundStatus | ''>[] = [
  { value: 'requested', word: '待处理' },
  { value: '', word: '全部' },
  { value: 'succeeded', word: '已退款' },
  { value: 'rejected', word: '已拒绝' },
  { value: 'abnormal', word: '异常' },
];

const NO_SHEET = { open: false, refundId: '', decision: 'approve' as Decision };

/** Refunds of the caller's courses (an admin: of all), decided or advised on with a note. */
Page({
  ...listPage,

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

  async fetch(cursor: string | undefined) {
    const { filter, admin } = this.data;
    const reply = await call('getRefunds', { cursor, ...(filter && { status: filter }) });
    return shownAs(reply, (refund) => refundRowOf(refund, admin));
  },

  onFilterChange({ detail }: Chosen<RefundStatus | ''>) {
    this.setData({ filter: detail.value });
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
