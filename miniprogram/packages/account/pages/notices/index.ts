import { call, type Answer, type PhoneReply } from '../../../../lib/call';
import { ago } from '../../../../lib/format';
import { openPage } from '../../../../lib/navigate';
import { emptyList, loadList, loadMore } from '../../../../lib/pagedList';

type Notice = Answer<'getNotices'>['items'][number];
type TapOn<Data> = { currentTarget: { dataset: Data } };

const noticeView = (notice: Notice) => ({ ...notice, when: ago(notice.at) });

const viewed = (reply: PhoneReply<'getNotices'>) =>
  reply.ok
    ? { ok: true as const, data: { ...reply.data, items: reply.data.items.map(noticeView) } }
    : reply;

/** What one was told: orders, refunds, answers. Reading it here marks it as read. */
Page({
  data: emptyList<ReturnType<typeof noticeView>>(),

  onLoad() {
    void this.load();
  },

  load() {
    return loadList(this, this.fetch);
  },

  async fetch(cursor?: string) {
    return viewed(await call('getNotices', cursor ? { cursor } : {}));
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  onReachBottom() {
    void loadMore(this, this.fetch);
  },

  open({ currentTarget }: TapOn<{ page?: string }>) {
    const { page } = currentTarget.dataset;
    if (page) openPage(page.startsWith('/') ? page : `/${page}`);
  },
});
