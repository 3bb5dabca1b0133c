import { call, type Answer } from '../../lib/call';
import { recordEvent } from '../../lib/events';
import { openPage, pages } from '../../lib/navigate';
import { emptyList, loadList, loadMore } from '../../lib/pagedList';
import { failed, ready } from '../../lib/pageState';
import { requireLogin, whoAmI } from '../../lib/session';

type Studied = Answer<'getLearning'>['items'][number];
type TapOn<Data> = { currentTarget: { dataset: Data } };

/** The courses one studies, with the way back to where one left off. */
Page({
  data: { ...emptyList<Studied>(), visitor: false, loggingIn: false },

  onLoad() {
    recordEvent({ name: 'page_view', page: 'learning' });
  },

  onShow() {
    void this.load();
  },

  async load() {
    const who = await whoAmI();
    if (!who.ok) return this.setData(failed(who));
    const visitor = !who.data.me;
    this.setData({ visitor });
    if (visitor) this.setData({ ...ready, items: [], next: '' });
    else await loadList(this, this.fetch);
  },

  fetch(cursor?: string) {
    return call('getLearning', cursor ? { cursor } : {});
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  onReachBottom() {
    void loadMore(this, this.fetch);
  },

  async logIn() {
    if (this.data.loggingIn) return;
    this.setData({ loggingIn: true });
    const me = await requireLogin();
    this.setData({ loggingIn: false });
    if (me) void this.load();
  },

  goOn({ currentTarget }: TapOn<{ index: number }>) {
    const studied = this.data.items[currentTarget.dataset.index];
    if (!studied) return;
    const { courseId, resumeLessonId: lessonId } = studied;
    if (lessonId) openPage(pages.lesson, { lessonId, courseId });
    else openPage(pages.course, { courseId });
  },

  openCourse({ currentTarget }: TapOn<{ index: number }>) {
    const studied = this.data.items[currentTarget.dataset.index];
    if (studied) openPage(pages.course, { courseId: studied.courseId });
  },

  browse() {
    openPage(pages.discover);
  },
});
