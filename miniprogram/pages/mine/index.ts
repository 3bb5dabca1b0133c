import { call } from '../../lib/call';
import { recordEvent } from '../../lib/events';
import { day } from '../../lib/format';
import { openPage, pages } from '../../lib/navigate';
import { say, sayWhy } from '../../lib/say';
import { requireLogin, whoAmI, type Me } from '../../lib/session';
import { sizeOf, uploadFile } from '../../lib/upload';
import { groupsFor } from './entries';

type TapOn<Data> = { currentTarget: { dataset: Data } };

/** One's own corner: who one is, and the ways to orders, membership, messages, teaching and the shop. */
Page({
  data: {
    me: null as Me | null,
    memberUntil: '',
    unread: 0,
    hasAffiliates: false,
    groups: groupsFor('learner'),
    busy: false,
    naming: false,
  },

  onLoad() {
    recordEvent({ name: 'page_view', page: 'mine' });
  },

  onShow() {
    void this.load();
  },

  async load() {
    const who = await whoAmI(true);
    if (!who.ok) return sayWhy(who);
    const { me, unreadNotices, hasAffiliates } = who.data;
    this.setData({ unread: unreadNotices, me: me ?? null, hasAffiliates });
    if (me) this.showMe(me);
  },

  showMe(me: Me) {
    this.setData({
      me,
      groups: groupsFor(me.role, this.data.hasAffiliates),
      memberUntil: me.member ? day(me.member.until) : '',
    });
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  async once(work: () => Promise<void>) {
    if (this.data.busy) return;
    this.setData({ busy: true });
    await work();
    this.setData({ busy: false });
  },

  logIn() {
    void this.once(async () => {
      const me = await requireLogin();
      if (me) this.showMe(me);
    });
  },

  changePicture({ detail }: { detail: { avatarUrl: string } }) {
    void this.once(async () => {
      const bytes = await sizeOf(detail.avatarUrl);
      if (!bytes) return say('这张图片读取不了，换一张试试');
      const uploaded = await uploadFile({
        purpose: 'avatar',
        filePath: detail.avatarUrl,
        fileName: detail.avatarUrl.split('/').pop() ?? 'avatar.jpg',
        bytes,
      });
      if (uploaded.ok) await this.change({ avatar: uploaded.fileId });
      else sayWhy(uploaded);
    });
  },

  startNaming() {
    this.setData({ naming: true });
  },

  finishNaming({ detail }: { detail: { value: string } }) {
    this.setData({ naming: false });
    const nickname = detail.value.trim();
    if (!nickname || nickname === this.data.me?.nickname) return;
    void this.once(() => this.change({ nickname }));
  },

  async change(profile: { nickname?: string; avatar?: string }) {
    const reply = await call('updateProfile', profile);
    if (reply.ok) this.showMe(reply.data);
    else sayWhy(reply);
  },

  async openOrders({ currentTarget }: TapOn<{ tab?: string }>) {
    if (await this.known()) openPage(pages.orders, { tab: currentTarget.dataset.tab });
  },

  openMembership() {
    openPage(pages.membership);
  },

  async openEntry({ currentTarget }: TapOn<{ page: string }>) {
    if (await this.known()) openPage(currentTarget.dataset.page);
  },

  async known(): Promise<boolean> {
    const me = this.data.me ?? (await requireLogin());
    if (me && !this.data.me) this.showMe(me);
    return Boolean(me);
  },
});
