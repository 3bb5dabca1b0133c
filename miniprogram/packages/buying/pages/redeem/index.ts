import { openPage, pages, replacePage } from '../../../../lib/navigate';
import { say } from '../../../../lib/say';
import { openBought } from '../../openBought';
import { redeemCode, type Redeemed } from '../../redeeming';

/** The shortest that the server looks at; codes of the shop are longer. */
const SHORTEST = 8;
const LONGEST = 64;

/** Entering a redeem code or the claim code of a gift. */
Page({
  data: {
    code: '',
    problem: '',
    busy: false,
    redeemed: null as Redeemed | null,
  },

  type({ detail }: WechatMiniprogram.Input) {
    this.setData({ code: detail.value, problem: '' });
  },

  async paste() {
    try {
      const { data } = await wx.getClipboardData();
      this.setData({ code: data.trim().slice(0, LONGEST), problem: '' });
    } catch {
      say('没有读到剪贴板，请手动输入');
    }
  },

  async send() {
    const code = this.data.code.trim();
    if (this.data.busy) return;
    if (code.length < SHORTEST) return this.setData({ problem: '请输入完整的兑换码' });
    this.setData({ busy: true, problem: '' });
    const reply = await redeemCode(code);
    this.setData({ busy: false });
    if (!reply) return;
    if (reply.ok) this.setData({ redeemed: reply.data, code: '' });
    else this.setData({ problem: reply.message });
  },

  start() {
    const { redeemed } = this.data;
    if (redeemed) openBought(redeemed.item, replacePage);
  },

  openOrder() {
    const orderId = this.data.redeemed?.orderId;
    if (orderId) openPage(pages.order, { orderId });
  },

  again() {
    this.setData({ redeemed: null });
  },
});
