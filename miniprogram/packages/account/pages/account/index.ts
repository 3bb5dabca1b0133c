import { day } from '../../../../lib/format';
import { failed, loading, ready } from '../../../../lib/pageState';
import { whoAmI, type Me } from '../../../../lib/session';

/** How one gets into the account: by WeChat always, by password and e-mail if one likes. */
Page({
  data: { ...loading, me: null as Me | null, joined: '' },

  onLoad() {
    void this.load();
  },

  async load() {
    const who = await whoAmI(true);
    if (!who.ok) return this.setData(failed(who));
    const { me } = who.data;
    this.setData({ ...ready, me: me ?? null, joined: me ? day(me.joinedAt) : '' });
  },

  retry() {
    this.setData(loading);
    void this.load();
  },
});
