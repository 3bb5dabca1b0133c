import { call, type Answer } from '../../../../lib/call';
import { ago } from '../../../../lib/format';
import { listPage } from '../../../../lib/listPage';
import { openPage } from '../../../../lib/navigate';
import { emptyList, shownAs } from '../../../../lib/pagedList';

type Notice = Answer<'getNotices'>['items'][number];
type TapOn<Data> = { currentTarget: { dataset: Data } };

const noticeView = (notice: Notice) => ({ ...notice, when: ago(notice.at) });

/** What one was told: orders, refunds, answers. Reading it here marks it as read. */
Page({
  ...listPage,

  data: emptyList<ReturnType<typeof noticeView>>(),

  onLoad() {
    void this.load();
  },

  async fetch(cursor?: string) {
    return shownAs(await call('getNotices', cursor ? { cursor } : {}), noticeView);
  },

  open({ currentTarget }: TapOn<{ page?: string }>) {
    const { page } = currentTarget.dataset;
    if (page) openPage(page.startsWith('/') ? page : `/${page}`);
  },
});
