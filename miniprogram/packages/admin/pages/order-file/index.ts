import { openPage, pages } from '../../../../lib/navigate';
import { failed, loading, ready } from '../../../../lib/pageState';
import { say, sayWhy } from '../../../../lib/say';
import type { Me } from '../../../../lib/session';
import type { Tap } from '../../../../lib/tap';
import { askMoney } from '../../askMoney';
import { NO_PROPOSAL, type Begun } from '../../components/proposal-sheet/proposalForm';
import { fileView, type FileView } from './fileView';

/** Everything about the money of one order, and what can be proposed about it. */
Page({
  data: {
    ...loading,
    orderId: '',
    myId: '',
    file: null as FileView | null,
    begun: NO_PROPOSAL,
  },

  onLoad({ orderId = '' }: { orderId?: string }) {
    this.setData({ orderId });
  },

  onEnter({ detail }: WechatMiniprogram.CustomEvent<{ me: Me }>) {
    this.setData({ myId: detail.me.userId });
    void this.load();
  },

  async load() {
    const reply = await askMoney('order', { action: 'order', orderId: this.data.orderId });
    if (reply.ok) this.setData({ ...ready, file: fileView(reply.data) });
    else if (this.data.file) sayWhy(reply);
    else this.setData(failed(reply));
  },

  retry() {
    this.setData(loading);
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  async onCopyTap({ currentTarget }: Tap<{ text: string }>) {
    await wx.setClipboardData({ data: currentTarget.dataset.text });
    say('已复制');
  },

  onProposalsTap() {
    openPage(pages.proposals);
  },

  onDeedTap({ currentTarget }: Tap<Begun>) {
    const { draft, about } = currentTarget.dataset;
    this.setData({ begun: { draft, about } });
  },

  onPropose({ detail }: WechatMiniprogram.CustomEvent<Begun>) {
    this.setData({ begun: detail });
  },

  onSheetClose() {
    this.setData({ begun: NO_PROPOSAL });
  },

  onProposed() {
    this.setData({ begun: NO_PROPOSAL });
    void this.load();
  },
});
