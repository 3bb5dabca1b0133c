import { call } from '../../../../lib/call';
import { day } from '../../../../lib/format';
import { failed, loading, ready } from '../../../../lib/pageState';
import { askFirst, sayWhy } from '../../../../lib/say';
import { forgetWhoIAm, whoAmI, type Me } from '../../../../lib/session';

/** How one gets into the account: by WeChat always, by password and e-mail if one likes. */
Page({
  data: { ...loading, me: null as Me | null, joined: '', cameByLogin: false, leaving: false },

  onLoad() {
    void this.load();
  },

  async load() {
    const who = await whoAmI(true);
    if (!who.ok) return this.setData(failed(who));
    const { me, cameByLogin } = who.data;
    this.setData({ ...ready, me: me ?? null, joined: me ? day(me.joinedAt) : '', cameByLogin });
  },

  /** Back to the account that this WeChat identity had before it logged in to another. */
  async leave() {
    if (this.data.leaving || !(await askFirst('退出此账号，回到自己的账号？'))) return;
    this.setData({ leaving: true });
    const reply = await call('manageMyData', { action: 'unbind' });
    this.setData({ leaving: false });
    if (!reply.ok) return sayWhy(reply);
    forgetWhoIAm();
    await this.load();
  },

  retry() {
    this.setData(loading);
    void this.load();
  },
});
