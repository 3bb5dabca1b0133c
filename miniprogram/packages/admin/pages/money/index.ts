import type { MoneyOverview } from '../../../../../shared/books/contract';
import { openPage, pages } from '../../../../lib/navigate';
import { failed, loading, ready } from '../../../../lib/pageState';
import { sayWhy } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { askMoney } from '../../askMoney';
import { NO_PROPOSAL, type ProposalDraft } from '../../components/proposal-sheet/proposalForm';
import { signedYuan } from '../../moneyWords';
import { groupsOf, earnerOf, type Group } from './balances';
import { healthOf, type Health } from './health';

const ENTRIES = [
  { page: pages.journal, icon: 'book', word: '账本' },
  { page: pages.payouts, icon: 'usergroup', word: '收益结算' },
  { page: pages.checks, icon: 'secured', word: '对账与巡检' },
  { page: pages.teacherRefunds, icon: 'rollback', word: '全部退款' },
];

const TONE_ICONS = { good: 'check-circle-filled', bad: 'error-circle', quiet: 'time' };

/** How many payouts wait for a decision; the first page of them is as far as anybody counts. */
const payoutsToDecide = async (): Promise<number> => {
  const reply = await askMoney('payouts', { action: 'payouts', status: 'reserved' });
  return reply.ok ? reply.data.items.length : 0;
};

const viewOf = (overview: MoneyOverview, payouts: number) => ({
  date: overview.today.date,
  orders: overview.today.orders,
  today: [
    { word: '收款', amount: signedYuan(overview.today.paid) },
    { word: '退款', amount: signedYuan(overview.today.refunded) },
    { word: '手续费', amount: signedYuan(overview.today.fees) },
  ],
  counters: [
    { word: '差异', count: overview.openDifferences, page: pages.differences },
    { word: '待复核', count: overview.openProposals, page: pages.proposals },
    { word: '待审结算', count: payouts, page: pages.payouts },
    { word: '异常退款', count: overview.refundsInTrouble, page: pages.differences },
  ],
});

/** Where the shop's money is, what of it waits for a person, and whether the books are right. */
Page({
  data: {
    ...loading,
    entries: ENTRIES,
    shown: null as ReturnType<typeof viewOf> | null,
    groups: [] as Group[],
    health: [] as Health[],
    toneIcons: TONE_ICONS,
    /** The figure whose parts are shown. */
    opened: '',
    typed: '',
    begun: NO_PROPOSAL,
  },

  async load() {
    const [reply, payouts] = await Promise.all([
      askMoney('overview', { action: 'overview' }),
      payoutsToDecide(),
    ]);
    if (!reply.ok) return this.data.shown ? sayWhy(reply) : this.setData(failed(reply));
    this.setData({
      ...ready,
      shown: viewOf(reply.data, payouts),
      groups: groupsOf(reply.data.balances),
      health: healthOf(reply.data),
    });
  },

  onShow() {
    if (this.data.shown) void this.load();
  },

  retry() {
    this.setData(loading);
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  onPageTap({ currentTarget }: Tap<{ page: string }>) {
    openPage(currentTarget.dataset.page);
  },

  onFigureTap({ currentTarget }: Tap<{ name: string; account: string }>) {
    const { name, account } = currentTarget.dataset;
    if (account) openPage(pages.journal, { account, accountName: name });
    else this.setData({ opened: this.data.opened === name ? '' : name });
  },

  onOrderInput({ detail }: WechatMiniprogram.Input) {
    this.setData({ typed: detail.value });
  },

  onOrderSearch() {
    const orderId = this.data.typed.trim();
    if (orderId) openPage(pages.orderFile, { orderId });
  },

  onWriteOffTap({ currentTarget }: Tap<{ account: string }>) {
    const draft: ProposalDraft = {
      kind: 'writeOff',
      earnerId: earnerOf(currentTarget.dataset.account),
    };
    this.setData({ begun: { draft, about: '' } });
  },

  onSheetEnd() {
    this.setData({ begun: NO_PROPOSAL });
    void this.load();
  },
});
