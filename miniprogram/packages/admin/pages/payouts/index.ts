import type { Choice, Chosen } from '../../../../components/filter-bar/index';
import type { PayoutStatus } from '../../../../../shared/payouts/machine';
import { yuan } from '../../../../lib/format';
import { listPage } from '../../../../lib/listPage';
import { emptyList, shownAs } from '../../../../lib/pagedList';
import { loading } from '../../../../lib/pageState';
import { askFirst, say, sayWhy } from '../../../../lib/say';
import type { Me } from '../../../../lib/session';
import type { Tap } from '../../../../lib/tap';
import { askMoney } from '../../askMoney';
import { questionOf } from './payoutQuestion';
import { DEEDS, payoutView, type Deed, type PayoutView } from './payoutView';

type Filter = PayoutStatus | '';

const FILTERS: readonly Choice<Filter>[] = [
  { value: 'reserved', word: '待审核' },
  { value: 'approved', word: '待付款' },
  { value: 'sent', word: '付款中' },
  { value: 'waitingForEarner', word: '待对方收款' },
  { value: 'done', word: '已到账' },
  { value: '', word: '全部' },
];

const NO_SHEET = { open: false, payoutId: '', deed: 'reject' as Deed };

/** Payouts to earners: approved by one admin and confirmed by another. */
Page({
  ...listPage,

  data: {
    ...emptyList<PayoutView>(),
    filters: FILTERS,
    filter: 'reserved' as Filter,
    myId: '',
    sheet: NO_SHEET,
    words: DEEDS.reject,
    busy: '',
    proposing: false,
  },

  onEnter({ detail }: WechatMiniprogram.CustomEvent<{ me: Me }>) {
    this.setData({ myId: detail.me.userId });
    void this.load();
  },

  async fetch(cursor: string | undefined) {
    const { filter, myId } = this.data;
    const reply = await askMoney('payouts', {
      action: 'payouts',
      cursor,
      ...(filter && { status: filter }),
    });
    return shownAs(reply, (payout) => payoutView(payout, myId));
  },

  onFilterChange({ detail }: Chosen<Filter>) {
    this.setData({ ...loading, filter: detail.value });
    void this.load();
  },

  async onAccountTap({ currentTarget }: Tap<{ account: string }>) {
    await wx.setClipboardData({ data: currentTarget.dataset.account });
    say('账号已复制');
  },

  async onDeedTap({ currentTarget }: Tap<{ index: number; deed: Deed }>) {
    const { index, deed } = currentTarget.dataset;
    const payout = this.data.items[index];
    if (!payout) return;
    const { payoutId } = payout;
    if (DEEDS[deed].least > 0) {
      this.setData({ words: DEEDS[deed], sheet: { open: true, payoutId, deed } });
    } else if (deed !== 'approve' || (await this.isSure(payout))) {
      await this.send(deed, payoutId);
    }
  },

  isSure({ earner, amount }: PayoutView): Promise<boolean> {
    return askFirst(`同意付给 ${earner} ${yuan(amount)}？`, { title: '同意结算', yes: '同意' });
  },

  onSheetClose() {
    this.setData({ 'sheet.open': false });
  },

  async onSheetSubmit({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { payoutId, deed } = this.data.sheet;
    await this.send(deed, payoutId, detail.reason);
  },

  async send(deed: Deed, payoutId: string, text?: string) {
    if (this.data.busy) return;
    this.setData({ busy: payoutId });
    const reply = await askMoney('payout', questionOf(deed, payoutId, text));
    this.setData({ busy: '' });
    if (!reply.ok) sayWhy(reply);
    else say(DEEDS[deed].done);
    if (!reply.ok && reply.code === 'NETWORK') return;
    this.setData({ sheet: NO_SHEET });
    await this.load();
  },

  onProposeTap() {
    this.setData({ proposing: true });
  },

  onProposalClose() {
    this.setData({ proposing: false });
  },

  onProposed() {
    this.setData({ proposing: false });
    void this.load();
  },
});
