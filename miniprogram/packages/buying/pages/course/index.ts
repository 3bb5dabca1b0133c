import { call, type Answer } from '../../../../lib/call';
import { lessonKinds, memberWordOf, scarcityOf } from '../../../../lib/courseWords';
import { recordEvent } from '../../../../lib/events';
import { day } from '../../../../lib/format';
import { markdownNodes, type RichNode } from '../../../../lib/markdown';
import { addressOf, openPage, pages } from '../../../../lib/navigate';
import { chaptersOf, type OutlineChapter } from '../../../../lib/outline';
import { failed, loading, ready } from '../../../../lib/pageState';
import { openOrder } from '../../../../lib/pay';
import { rememberReferral } from '../../../../lib/referral';
import { requestId } from '../../../../lib/requestId';
import { say, sayWhy } from '../../../../lib/say';
import { requireLogin } from '../../../../lib/session';
import { nextStepOf, type NextStep } from './nextStep';

type Course = Answer<'getCourse'>['course'];
type Tab = 'introduction' | 'outline' | 'comments';
type TapOn<Data> = { currentTarget: { dataset: Data } };
type Query = { courseId?: string; scene?: string; from?: string; by?: string; tab?: Tab };

const TABS: readonly { tab: Tab; word: string }[] = [
  { tab: 'introduction', word: '介绍' },
  { tab: 'outline', word: '目录' },
  { tab: 'comments', word: '评论' },
];

/** A code that was scanned carries the course id as its whole scene (wxacode.getUnlimited, at most 32 characters). */
const courseIn = ({ courseId, scene }: Query): string =>
  courseId ?? (scene ? decodeURIComponent(scene) : '');

/** A course as anyone sees it, known to us or not: what is in it, what it costs, what others say. */
Page({
  data: {
    ...loading,
    courseId: '',
    course: null as Course | null,
    owned: false,
    step: { act: 'closed', word: '' } as NextStep,
    chapters: [] as OutlineChapter[],
    introduction: [] as RichNode[],
    trial: null as { lessonId: string; word: string } | null,
    trialUrl: '',
    scarcity: '',
    memberWord: '',
    givable: false,
    updated: '',
    /** Whose link it is that is shared: one's own, where one earns by it. */
    by: '',
    tabs: TABS,
    tab: 'introduction' as Tab,
    busy: false,
  },

  onLoad(query: Query) {
    const courseId = courseIn(query);
    this.setData({ courseId, ...(query.tab && { tab: query.tab }) });
    if (query.by) rememberReferral(courseId, query.by);
    recordEvent({ name: 'page_view', page: 'course', subject: courseId, source: query.from });
  },

  onShow() {
    void this.load();
  },

  async load() {
    const reply = await call('getCourse', { courseId: this.data.courseId });
    if (reply.ok) this.show(reply.data);
    else if (this.data.course) sayWhy(reply);
    else this.setData(failed(reply));
  },

  retry() {
    this.setData(loading);
    void this.load();
  },

  show(answer: Answer<'getCourse'>) {
    const { course, owned, affiliateId = '' } = answer;
    const free = course.outline.find((lesson) => lesson.free);
    this.setData({
      ...ready,
      course,
      owned,
      step: nextStepOf(answer),
      chapters: chaptersOf(course.outline),
      introduction: markdownNodes(course.introduction),
      trial: free ? { lessonId: free.lessonId, word: `免费${lessonKinds[free.kind].trial}` } : null,
      scarcity: scarcityOf(course),
      memberWord: memberWordOf(course),
      givable: course.status === 'published' && course.price > 0,
      updated: day(course.updatedAt),
      by: affiliateId,
    });
  },

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  onReachBottom() {
    const comments = this.selectComponent('#comments') as unknown as { more(): void } | null;
    comments?.more();
  },

  turnTo({ currentTarget }: TapOn<{ tab: Tab }>) {
    this.setData({ tab: currentTarget.dataset.tab });
  },

  openLesson({ detail }: { detail: { lessonId: string; free: boolean } }) {
    if (this.data.owned || detail.free) this.study(detail.lessonId);
    else say('购买后即可学习');
  },

  study(lessonId: string) {
    openPage(pages.lesson, { lessonId, courseId: this.data.courseId });
  },

  /** A video plays in the place of the cover; anything else opens as a lesson. */
  async tryOut() {
    const { trial } = this.data;
    if (!trial) return;
    const reply = await call('openLesson', { lessonId: trial.lessonId });
    if (!reply.ok) return sayWhy(reply);
    if (reply.data.kind === 'video' && reply.data.url) this.setData({ trialUrl: reply.data.url });
    else this.study(trial.lessonId);
  },

  go() {
    const { step } = this.data;
    if (step.act === 'study') this.study(step.lessonId);
    if (step.act === 'resume') openPage(pages.order, { orderId: step.orderId });
    if (step.act === 'buy') void this.asUser(() => this.confirm());
    if (step.act === 'join') void this.asUser(() => this.openFreeOrder());
  },

  give() {
    void this.asUser(() => this.confirm({ gift: 1 }));
  },

  confirm(as: { gift?: number } = {}) {
    openPage(pages.confirm, { kind: 'course', id: this.data.courseId, ...as });
  },

  /** Does what only a user may, registering a visitor first. */
  async asUser(work: () => Promise<void> | void) {
    if (this.data.busy) return;
    this.setData({ busy: true });
    if (await requireLogin()) await work();
    this.setData({ busy: false });
  },

  async openFreeOrder() {
    const { courseId: id } = this.data;
    const reply = await openOrder({ requestId: requestId(), kind: 'course', id });
    if (!reply.ok && reply.code !== 'COURSE_ALREADY_OWNED') return sayWhy(reply);
    say('已加入，开始学习吧');
    await this.load();
  },

  openMembership() {
    openPage(pages.membership);
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const { course, courseId, by } = this.data;
    recordEvent({ name: 'share', page: 'course', subject: courseId });
    return {
      title: course?.title ?? '',
      path: addressOf(pages.course, { courseId, from: 'share', ...(by && { by }) }),
    };
  },

  /** Nobody earns by the timeline: WeChat forbids rewards for sharing there (rules on abuse of sharing). */
  onShareTimeline(): WechatMiniprogram.Page.ICustomTimelineContent {
    const { course, courseId } = this.data;
    return { title: course?.title ?? '', query: `courseId=${courseId}&from=timeline` };
  },
});
