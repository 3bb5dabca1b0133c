import type { Choice, Chosen } from '../../../../components/filter-bar/index';
import type { Role } from '../../../../../shared/accounts/roles';
import { ZERO } from '../../../../../shared/money';
import { yuan } from '../../../../lib/format';
import { listPage } from '../../../../lib/listPage';
import { openPage, pages } from '../../../../lib/navigate';
import { emptyList, shownAs, type Part } from '../../../../lib/pagedList';
import { loading } from '../../../../lib/pageState';
import { say } from '../../../../lib/say';
import type { Me } from '../../../../lib/session';
import type { Refusal } from '../../../../lib/call';
import type { Tap } from '../../../../lib/tap';
import { askEarnings, payeeWord, type Balances } from '../../earnings';
import { acceptTransfer } from './acceptTransfer';
import { commissionLine, movementLine, payoutLine, saleLine, type Line } from './lines';

type Tab = 'sales' | 'commissions' | 'statement' | 'payouts';
type Lines = { readonly ok: true; readonly data: Part<Line> } | Refusal;

const TABS: readonly Choice<Tab>[] = [
  { value: 'sales', word: '课程收入' },
  { value: 'commissions', word: '推广佣金' },
  { value: 'statement', word: '收支明细' },
  { value: 'payouts', word: '提现记录' },
];

/** Those who do not teach sell nothing themselves. */
const tabsFor = (role: Role): readonly Choice<Tab>[] =>
  role === 'learner' ? TABS.filter(({ value }) => value !== 'sales') : TABS;

/** How commissions come about, in a shop that pays them. */
const affiliateHint = (share: number): string =>
  share > 0
    ? `把课程页转发给好友，好友经您的链接购买后，您得到课程实付金额的 ${share / 100}%，退款期结束后可提现`
    : '';

const EMPTY: Readonly<Record<Tab, string>> = {
  sales: '还没有卖出课程，收入会一笔一笔列在这里',
  commissions: '还没有推广佣金。把课程分享给朋友，朋友购买后佣金会列在这里',
  statement: '还没有资金变动',
  payouts: '还没有提现过',
};

const FETCHERS: Readonly<Record<Tab, (cursor?: string) => Promise<Lines>>> = {
  sales: async (cursor) =>
    shownAs(await askEarnings<'sales'>({ action: 'sales', cursor }), saleLine),
  commissions: async (cursor) =>
    shownAs(await askEarnings<'commissions'>({ action: 'commissions', cursor }), commissionLine),
  statement: async (cursor) =>
    shownAs(await askEarnings<'statement'>({ action: 'statement', cursor }), movementLine),
  payouts: async (cursor) =>
    shownAs(await askEarnings<'payouts'>({ action: 'payouts', cursor }), payoutLine),
};

/** What somebody earned by teaching or by bringing buyers, line by line, and the way of it to their account. */
Page({
  ...listPage,

  data: {
    ...emptyList<Line>(),
    tabs: [] as readonly Choice<Tab>[],
    tab: 'commissions' as Tab,
    emptyWords: EMPTY,
    balances: null as Balances | null,
    payee: '',
    shareable: '',
    affiliateHint: '',
    asking: false,
    accepting: '',
  },

  entered: false,

  onEnter({ detail }: { detail: { me: Me } }) {
    this.entered = true;
    const tabs = tabsFor(detail.me.role);
    this.setData({ tabs, tab: tabs[0]?.value ?? 'commissions' });
    void this.load();
  },

  /** Back from the payee page, or from WeChat's page that hands over the money. */
  onShow() {
    if (this.entered) void this.loadBalances();
  },

  async fetch(cursor?: string): Promise<Lines> {
    if (cursor === undefined) {
      const balances = await this.loadBalances();
      if (!balances.ok) return balances;
    }
    return FETCHERS[this.data.tab](cursor);
  },

  async loadBalances() {
    const reply = await askEarnings<'balances'>({ action: 'read' });
    if (reply.ok) {
      const { payee, shareable = ZERO, affiliateShare } = reply.data;
      this.setData({
        balances: reply.data,
        payee: payeeWord(payee),
        shareable: yuan(shareable),
        affiliateHint: affiliateHint(affiliateShare),
      });
    }
    return reply;
  },

  turnTo({ detail }: Chosen<Tab>) {
    this.setData({ ...loading, tab: detail.value, items: [] });
    void this.load();
  },

  openPayee() {
    openPage(pages.payee);
  },

  startPayout() {
    const { balances } = this.data;
    if (balances && !balances.payee) return this.openPayee();
    if (balances?.obstacle) return say(balances.obstacle);
    this.setData({ asking: true });
  },

  endPayout() {
    this.setData({ asking: false });
  },

  onPayoutDone() {
    say('已提交，审核后付款');
    this.setData({ ...loading, asking: false, tab: 'payouts' });
    void this.load();
  },

  async onAcceptTap({ currentTarget }: Tap<{ index: number }>) {
    const line = this.data.items[currentTarget.dataset.index];
    if (!line?.confirmation || this.data.accepting) return;
    this.setData({ accepting: line.id });
    await acceptTransfer(line.confirmation);
    this.setData({ accepting: '' });
    await this.load();
  },
});
