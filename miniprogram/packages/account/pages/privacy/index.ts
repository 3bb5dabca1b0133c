import { call } from '../../../../lib/call';
import { pages, replacePage } from '../../../../lib/navigate';
import { askFirst, say, sayWhy } from '../../../../lib/say';
import { forgetWhoIAm } from '../../../../lib/session';
import { statement } from './statement';

const CONFIRMATION = '注销';

/** One's own data: what is kept and why, all of it as a file, and the end of it. */
Page({
  data: { statement, busy: false, erasing: false, typed: '' },

  readContract() {
    wx.openPrivacyContract({});
  },

  async exportData() {
    if (this.data.busy) return;
    this.setData({ busy: true });
    const reply = await call('manageMyData', { action: 'export' });
    this.setData({ busy: false });
    if (!reply.ok) return sayWhy(reply);
    if (reply.data.url) await this.offer(reply.data.url);
  },

  /** A phone has no place for a JSON file of its own: the link is for a browser. */
  async offer(url: string) {
    const copy = await askFirst('数据已打包，链接十分钟内有效，请在浏览器中打开下载', {
      title: '导出完成',
      yes: '复制链接',
      no: '关闭',
    });
    if (copy) void wx.setClipboardData({ data: url });
  },

  startErasing() {
    this.setData({ erasing: true, typed: '' });
  },

  stopErasing() {
    this.setData({ erasing: false });
  },

  type({ detail }: WechatMiniprogram.Input) {
    this.setData({ typed: detail.value.trim() });
  },

  async erase() {
    if (this.data.busy) return;
    if (this.data.typed !== CONFIRMATION) return say(`请输入“${CONFIRMATION}”两个字确认`);
    this.setData({ busy: true });
    const reply = await call('manageMyData', { action: 'erase', confirm: CONFIRMATION });
    this.setData({ busy: false });
    if (!reply.ok) return sayWhy(reply);
    forgetWhoIAm();
    say('账号已注销');
    replacePage(pages.home);
  },
});
