import { call, type Answer, type Refusal } from '../../../../lib/call';
import { recordEvent } from '../../../../lib/events';
import { openPage, pages, replacePage } from '../../../../lib/navigate';
import { chaptersOf, type OutlineChapter } from '../../../../lib/outline';
import { failed, loading, ready } from '../../../../lib/pageState';
import { say } from '../../../../lib/say';
import { keepProgress, type Place, type ProgressKeeper } from '../../progressKeeper';

type Lesson = Answer<'openLesson'>;
type Course = {
  title: string;
  teacher: string;
  cover: string;
  lessonCount: number;
  owned: boolean;
};

const keepers = new WeakMap<object, ProgressKeeper>();
/** A dead link is asked for anew, but not for ever. */
const MOST_RENEWALS = 3;

/** A lesson: watched, listened to or read, from where one left off, with the place kept as one goes. */
Page({
  data: {
    ...loading,
    lessonId: '',
    courseId: '',
    lesson: null as Lesson | null,
    course: null as Course | null,
    chapters: [] as OutlineChapter[],
    outlineOpen: false,
    locked: false,
    percent: 0,
    finished: false,
    renewals: 0,
  },

  onLoad({ lessonId, courseId = '' }: { lessonId: string; courseId?: string }) {
    this.setData({ lessonId, courseId });
    recordEvent({ name: 'page_view', page: 'lesson', subject: lessonId });
    wx.setVisualEffectOnCapture({ visualEffect: 'hidden' });
    void this.load();
  },

  onHide() {
    void keepers.get(this)?.flush();
  },

  onUnload() {
    keepers.get(this)?.end();
    wx.setVisualEffectOnCapture({ visualEffect: 'none' });
  },

  async load() {
    const reply = await call('openLesson', { lessonId: this.data.lessonId });
    if (reply.ok) this.show(reply.data);
    else this.refuse(reply);
  },

  retry() {
    this.setData(loading);
    void this.load();
  },

  refuse(refusal: Refusal<'openLesson'>) {
    const locked = refusal.code === 'NOT_ENROLLED';
    this.setData({ ...failed(refusal), locked });
  },

  show(lesson: Lesson) {
    this.setData({ ...ready, lesson, locked: false });
    void wx.setNavigationBarTitle({ title: lesson.title });
    keepers.get(this)?.end();
    keepers.set(
      this,
      keepProgress(lesson.lessonId, (saved) => this.tellProgress(saved)),
    );
    void this.loadOutline(lesson.courseId);
  },

  async loadOutline(courseId: string) {
    const reply = await call('getCourse', { courseId });
    if (!reply.ok) return;
    const { course, owned } = reply.data;
    const { title, teacher, cover = '', lessonCount } = course;
    this.setData({
      chapters: chaptersOf(course.outline),
      course: { title, teacher: teacher.nickname, cover, lessonCount, owned },
    });
  },

  tellProgress({ percent, finished }: Answer<'saveProgress'>) {
    if (finished && !this.data.finished) say('这一节学完了');
    if (percent !== this.data.percent || finished !== this.data.finished) {
      this.setData({ percent, finished });
    }
  },

  notePlace({ detail }: { detail: Place }) {
    keepers.get(this)?.note(detail);
  },

  reachEnd() {
    void keepers.get(this)?.flush();
  },

  /** A link lives ten minutes: a player that stops is given a fresh one, at the place where it stopped. */
  async renew() {
    const { renewals, lessonId } = this.data;
    if (renewals >= MOST_RENEWALS) return say('内容加载失败，请稍后再试');
    this.setData({ renewals: renewals + 1 });
    await keepers.get(this)?.flush();
    const reply = await call('openLesson', { lessonId });
    if (reply.ok)
      this.setData({ 'lesson.position': reply.data.position, 'lesson.url': reply.data.url });
  },

  onPageScroll({ scrollTop }: { scrollTop: number }) {
    const reader = this.selectComponent('#reader') as unknown as {
      scrolled(top: number): void;
    } | null;
    reader?.scrolled(scrollTop);
  },

  resumeReading({ detail }: { detail: { scrollTop: number } }) {
    void wx.pageScrollTo({ scrollTop: detail.scrollTop, duration: 0 });
  },

  openOutline() {
    this.setData({ outlineOpen: true });
  },

  closeOutline() {
    this.setData({ outlineOpen: false });
  },

  choose({ detail }: { detail: { lessonId: string; free: boolean } }) {
    if (!this.data.course?.owned && !detail.free) return say('购买后即可学习');
    if (detail.lessonId === this.data.lessonId) return this.closeOutline();
    this.goTo(detail.lessonId);
  },

  goTo(lessonId: string | undefined) {
    if (lessonId) replacePage(pages.lesson, { lessonId, courseId: this.data.lesson?.courseId });
  },

  previous() {
    this.goTo(this.data.lesson?.previousLessonId);
  },

  next() {
    this.goTo(this.data.lesson?.nextLessonId);
  },

  openCourse() {
    const { lesson } = this.data;
    if (lesson) openPage(pages.course, { courseId: lesson.courseId, tab: 'comments' });
  },

  /** To the course that a closed lesson belongs to, where whoever led here said which. */
  browse() {
    const { courseId } = this.data;
    if (courseId) openPage(pages.course, { courseId });
    else openPage(pages.discover);
  },
});
