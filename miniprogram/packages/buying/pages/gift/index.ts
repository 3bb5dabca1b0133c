import { call, type Answer } from '../../../../lib/call';
import { recordEvent } from '../../../../lib/events';
import { pages, readable, replacePage } from '../../../../lib/navigate';
import { failed, loading, ready } from '../../../../lib/pageState';
import { openBought } from '../../openBought';
import { redeemCode, type Redeemed } from '../../redeeming';

type Course = Pick<Answer<'getCourse'>['course'], 'title' | 'cover' | 'lessonCount' | 'teacher'>;
type Query = { code?: string; courseId?: string; giver?: string };

/**
 * A gift as its link brings it: what and from whom, as the giver's phone wrote into the link, with the course read
 * from the shop. What the code really holds, the server says when it is claimed.
 */
Page({
  data: {
    ...loading,
    code: '',
    courseId: '',
    giver: '',
    course: null as Course | null,
    problem: '',
    busy: false,
    claimed: null as Redeemed | null,
  },

  onLoad({ code = '', courseId = '', giver = '' }: Query) {
    this.setData({ code, courseId, giver: readable(giver) });
    recordEvent({ name: 'page_view', page: 'gift', subject: courseId });
    void this.load();
  },

  async load() {
    const { courseId } = this.data;
    if (!courseId) return this.setData(ready);
    this.setData(loading);
    const reply = await call('getCourse', { courseId });
    if (reply.ok) this.setData({ ...ready, course: reply.data.course });
    else if (reply.code === 'NOT_FOUND') this.setData(ready);
    else this.setData(failed(reply));
  },

  async claim() {
    if (this.data.busy) return;
    this.setData({ busy: true, problem: '' });
    const reply = await redeemCode(this.data.code);
    this.setData({ busy: false });
    if (!reply) return;
    if (reply.ok) this.setData({ claimed: reply.data });
    else this.setData({ problem: reply.message });
  },

  start() {
    const { claimed } = this.data;
    if (claimed) openBought(claimed.item, replacePage);
  },

  browse() {
    replacePage(pages.home);
  },
});
