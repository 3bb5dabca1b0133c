import type { CourseDraft } from '../../../../../shared/teaching/contract';
import { call, type Refusal } from '../../../../lib/call';
import { lessonKinds } from '../../../../lib/courseWords';
import { openPage, pages } from '../../../../lib/navigate';
import { failed, loading, ready } from '../../../../lib/pageState';
import type { Step } from '../../../../lib/reorder';
import { askFirst, say, sayWhy } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { warnBeforeLeaving } from '../../../../lib/unsaved';
import { offerReload } from '../../conflict';
import {
  addChapter,
  arrangementOf,
  moveChapter,
  moveLesson,
  removeChapter,
  removeLesson,
  renameChapter,
  type Chapter,
  type LessonPlace,
} from './arrangement';
import { askTitle } from './askTitle';

type ChapterTap = Tap<{ chapter: number; step: Step }>;
type LessonTap = Tap<LessonPlace & { step: Step }>;

/**
 * The chapters and lessons of a course: `?courseId=`. A lesson opens on a tap; order, titles and removals are
 * changed while `arranging` and saved together.
 */
Page({
  data: {
    ...loading,
    courseId: '',
    title: '',
    version: 0,
    chapters: [] as readonly Chapter[],
    /** The outline as it was before arranging began. */
    stored: [] as readonly Chapter[],
    kinds: lessonKinds,
    entered: false,
    arranging: false,
    saving: false,
  },

  onLoad({ courseId = '' }) {
    this.setData({ courseId });
  },

  onEnter() {
    this.setData({ entered: true });
    void this.load();
  },

  onShow() {
    if (this.data.entered && !this.data.arranging) void this.load();
  },

  async onPullDownRefresh() {
    if (!this.data.arranging) await this.load();
    void wx.stopPullDownRefresh();
  },

  async load() {
    if (this.data.status === 'failed') this.setData(loading);
    const reply = await call('getCourseDraft', { courseId: this.data.courseId });
    if (!reply.ok) return this.setData(failed(reply));
    this.show(reply.data);
  },

  show({ title, version, chapters }: CourseDraft) {
    this.setData({ ...ready, title, version, chapters });
    this.setArranging(false);
  },

  setArranging(arranging: boolean) {
    this.setData({ arranging });
    warnBeforeLeaving(arranging);
  },

  onArrangeTap() {
    this.setData({ stored: this.data.chapters });
    this.setArranging(true);
  },

  onCancelTap() {
    this.setData({ chapters: this.data.stored });
    this.setArranging(false);
  },

  async onSaveTap() {
    if (await this.save(this.data.chapters)) say('已保存');
  },

  async onAddChapterTap() {
    const title = await askTitle('添加章节');
    if (title) await this.save(addChapter(this.data.chapters, title));
  },

  /** Stores an arrangement; whether it is stored. */
  async save(chapters: readonly Chapter[]): Promise<boolean> {
    if (this.data.saving) return false;
    this.setData({ saving: true });
    const { courseId, version } = this.data;
    const arrangement = arrangementOf(chapters);
    const reply = await call('editCourse', {
      action: 'arrange',
      courseId,
      version,
      chapters: arrangement,
    });
    this.setData({ saving: false });
    if (reply.ok) this.show(reply.data);
    else await this.refused(reply);
    return reply.ok;
  },

  async refused(refusal: Refusal<'editCourse'>) {
    if (refusal.code !== 'CHANGED_MEANWHILE') return sayWhy(refusal);
    if (await offerReload()) await this.load();
  },

  onChapterMove({ currentTarget }: ChapterTap) {
    const { chapter, step } = currentTarget.dataset;
    this.setData({ chapters: moveChapter(this.data.chapters, chapter, step) });
  },

  async onChapterRename({ currentTarget }: ChapterTap) {
    const { chapter } = currentTarget.dataset;
    const title = await askTitle('章节名称', this.data.chapters[chapter]?.title);
    if (title) this.setData({ chapters: renameChapter(this.data.chapters, chapter, title) });
  },

  async onChapterRemove({ currentTarget }: ChapterTap) {
    const { chapter } = currentTarget.dataset;
    const lessons = this.data.chapters[chapter]?.lessons ?? [];
    const agreed =
      lessons.length === 0 ||
      (await askFirst(`将一并移除其中 ${lessons.length} 节课，已购买的学员仍可学习。`, {
        title: '移除章节',
      }));
    if (agreed) this.setData({ chapters: removeChapter(this.data.chapters, chapter) });
  },

  onLessonMove({ currentTarget }: LessonTap) {
    const { step, ...place } = currentTarget.dataset;
    this.setData({ chapters: moveLesson(this.data.chapters, place, step) });
  },

  onLessonRemove({ currentTarget }: LessonTap) {
    this.setData({ chapters: removeLesson(this.data.chapters, currentTarget.dataset) });
  },

  onLessonTap({ currentTarget }: Tap<{ chapterId: string; lessonId?: string }>) {
    if (this.data.arranging) return;
    openPage(pages.lessonEdit, { courseId: this.data.courseId, ...currentTarget.dataset });
  },
});
