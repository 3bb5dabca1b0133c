import type { Chosen } from '../../../../components/filter-bar/index';
import type { ProposalRow } from '../../../../../shared/books/contract';
import type { Question } from '../../../../lib/call';
import { listPage } from '../../../../lib/listPage';
import { emptyList, partsUntilSome } from '../../../../lib/pagedList';
import { loading } from '../../../../lib/pageState';
import { askFirst, say, sayWhy } from '../../../../lib/say';
import type { Me } from '../../../../lib/session';
import { askMoney } from '../../askMoney';
import { NOTHING, TABS, type Tab } from './tabs';

type Decision = 'approve' | 'reject';
type About = WechatMiniprogram.CustomEvent<
  WechatMiniprogram.IAnyObject,
  WechatMiniprogram.IAnyObject,
  { index: number }
>;

const SHEETS: Readonly<Record<Decision, object>> = {
  approve: {
    title: '同意执行',
    placeholder: '复核意见，选填',
    least: 0,
    button: '同意并执行',
    danger: false,
  },
  reject: { title: '不同意', placeholder: '写明理由', least: 2, button: '不同意', danger: true },
};

/** What one admin wants done with money, and another agrees to or not. */
Page({
  ...listPage,

  data: {
    ...emptyList<ProposalRow>(),
    tabs: Object.entries(TABS).map(([value, { word }]) => ({ value, word })),
    tab: 'waiting' as Tab,
    nothing: NOTHING,
    myId: '',
    sheet: SHEETS.approve,
    decision: 'approve' as Decision,
    /** The proposal being decided on. */
    chosen: null as ProposalRow | null,
    busy: false,
  },

  onLoad({ tab }: { tab?: Tab }) {
    if (tab) this.setData({ tab });
  },

  onEnter({ detail }: WechatMiniprogram.CustomEvent<{ me: Me }>) {
    this.setData({ myId: detail.me.userId });
    void this.load();
  },

  fetch(cursor: string | undefined) {
    const { tab, myId } = this.data;
    const { status, shows } = TABS[tab];
    return partsUntilSome(
      (from) => askMoney('proposals', { action: 'proposals', status, cursor: from }),
      (proposal) => shows(proposal, myId),
      cursor,
    );
  },

  onTabChange({ detail }: Chosen<Tab>) {
    this.turnTo(detail.value);
  },

  onMineTap() {
    this.turnTo('mine');
  },

  turnTo(tab: Tab) {
    this.setData({ ...loading, tab });
    void this.load();
  },

  onApprove({ currentTarget }: About) {
    this.choose('approve', currentTarget.dataset.index);
  },

  onReject({ currentTarget }: About) {
    this.choose('reject', currentTarget.dataset.index);
  },

  choose(decision: Decision, index: number) {
    const chosen = this.data.items[index] ?? null;
    this.setData({ decision, chosen, sheet: SHEETS[decision] });
  },

  onSheetClose() {
    this.setData({ chosen: null });
  },

  async onSheetSubmit({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { chosen, decision } = this.data;
    if (!chosen) return;
    const { proposalId } = chosen;
    const note = detail.reason ? { note: detail.reason } : {};
    const did = decision === 'approve' ? '已同意并执行' : '已拒绝';
    await this.send({ action: 'decide', proposalId, decision, ...note }, did);
  },

  async onWithdraw({ currentTarget }: About) {
    const proposal = this.data.items[currentTarget.dataset.index];
    if (!proposal || !(await askFirst('撤回后可以重新发起。', { title: '撤回', yes: '撤回' })))
      return;
    await this.send({ action: 'withdraw', proposalId: proposal.proposalId }, '已撤回');
  },

  async send(question: Question<'manageMoney'>, did: string) {
    if (this.data.busy) return;
    this.setData({ busy: true });
    const reply = await askMoney('proposal', question);
    this.setData({ busy: false });
    if (!reply.ok) sayWhy(reply);
    else say(did);
    if (!reply.ok && reply.code === 'NETWORK') return;
    this.setData({ chosen: null });
    await this.load();
  },
});
