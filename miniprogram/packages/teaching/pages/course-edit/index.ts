import type { CourseDraft } from '../../../../../shared/teaching/contract';
import { call, type Answer, type Refusal } from '../../../../lib/call';
import { goBack, openPage, pages } from '../../../../lib/navigate';
import { failed, loading, ready } from '../../../../lib/pageState';
import { requestId } from '../../../../lib/requestId';
import { askFirst, say, sayWhy } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { warnBeforeLeaving } from '../../../../lib/unsaved';
import { offerReload } from '../../conflict';
import { COURSE_STATUS } from '../../wording';
import { EMPTY_FORM, fieldsOf, formOf, problemsOf, type Problems } from './courseForm';
import type { PriceForm } from './prices';
import { CHANGES_FROM, STATUS_CHANGES, type StatusChange } from './statusChanges';

type Category = Pick<Answer<'getHome'>['categories'][number], 'categoryId' | 'name'>;
type PriceChange = WechatMiniprogram.CustomEvent<{
  field: keyof PriceForm;
  value: string | boolean;
}>;
type FieldInput = WechatMiniprogram.Input<
  WechatMiniprogram.IAnyObject,
  { field: 'title' | 'subtitle' | 'introduction' | 'seatCap' }
>;

/** A course's particulars: made here without `courseId`, changed here with it. */
Page({
  data: {
    ...loading,
    courseId: '',
    requestId: requestId(),
    version: 0,
    courseStatus: 'draft' as CourseDraft['status'],
    statusLabels: COURSE_STATUS,
    statusChanges: STATUS_CHANGES,
    changes: [] as readonly StatusChange[],
    form: EMPTY_FORM,
    problems: {} as Problems,
    categories: [] as Category[],
    categoryIndex: -1,
    lessonCount: 0,
    unsaved: false,
    uploading: false,
    saving: false,
    changing: '' as StatusChange | '',
  },

  onLoad({ courseId = '' }) {
    this.setData({ courseId });
    if (!courseId) void wx.setNavigationBarTitle({ title: '创建课程' });
  },

  /** Back from the outline: what was changed there made a new version. */
  async onShow() {
    const { courseId, version, unsaved } = this.data;
    if (version === 0 || unsaved) return;
    const draft = await call('getCourseDraft', { courseId });
    if (draft.ok && !this.data.unsaved) this.show(draft.data);
  },

  async load() {
    this.setData(loading);
    const { courseId } = this.data;
    const [home, draft] = await Promise.all([
      call('getHome', {}),
      courseId ? call('getCourseDraft', { courseId }) : undefined,
    ]);
    if (!home.ok) return this.setData(failed(home));
    if (draft && !draft.ok) return this.setData(failed(draft));
    this.setData({ ...ready, categories: home.data.categories });
    if (draft) this.show(draft.data);
  },

  show(draft: CourseDraft) {
    const { categories } = this.data;
    this.setData({
      courseId: draft.courseId,
      version: draft.version,
      courseStatus: draft.status,
      changes: CHANGES_FROM[draft.status],
      form: formOf(draft),
      problems: {},
      categoryIndex: categories.findIndex((each) => each.categoryId === draft.categoryId),
      lessonCount: draft.chapters.reduce((sum, chapter) => sum + chapter.lessons.length, 0),
    });
    void wx.setNavigationBarTitle({ title: '课程资料' });
    this.setUnsaved(false);
  },

  setUnsaved(unsaved: boolean) {
    if (this.data.unsaved === unsaved) return;
    this.setData({ unsaved });
    warnBeforeLeaving(unsaved);
  },

  onFieldInput({ currentTarget, detail }: FieldInput) {
    const { field } = currentTarget.dataset;
    this.setData({ [`form.${field}`]: detail.value, [`problems.${field}`]: '' });
    this.setUnsaved(true);
  },

  onCategoryChange({ detail }: WechatMiniprogram.PickerChange) {
    const categoryIndex = Number(detail.value);
    const categoryId = this.data.categories[categoryIndex]?.categoryId ?? '';
    this.setData({ categoryIndex, 'form.categoryId': categoryId });
    this.setUnsaved(true);
  },

  onPriceChange({ detail }: PriceChange) {
    const { field, value } = detail;
    this.setData({ [`form.${field}`]: value, [`problems.${field}`]: '' });
    this.setUnsaved(true);
  },

  onCoverBusy({ detail }: WechatMiniprogram.CustomEvent<{ busy: boolean }>) {
    this.setData({ uploading: detail.busy });
  },

  onCoverUploaded({ detail }: WechatMiniprogram.CustomEvent<{ fileId: string }>) {
    this.setData({ 'form.cover': detail.fileId });
    this.setUnsaved(true);
  },

  async onSaveTap() {
    if (await this.save()) say('已保存');
  },

  /** Saves the form; whether what is on the screen is now what is stored. */
  async save(): Promise<boolean> {
    if (this.data.saving || !this.isComplete()) return false;
    this.setData({ saving: true });
    const { courseId, version, form } = this.data;
    const fields = fieldsOf(form);
    const reply = courseId
      ? await call('editCourse', { action: 'change', courseId, version, ...fields })
      : await call('editCourse', { action: 'create', requestId: this.data.requestId, ...fields });
    this.setData({ saving: false });
    if (reply.ok) this.show(reply.data);
    else await this.refused(reply);
    return reply.ok;
  },

  isComplete(): boolean {
    const problems = problemsOf(this.data.form);
    this.setData({ problems });
    const [first] = Object.values(problems);
    if (first) say(first);
    else if (this.data.uploading) say('封面还在上传，请稍等');
    return !first && !this.data.uploading;
  },

  async refused(refusal: Refusal<'editCourse'>) {
    if (refusal.code === 'CHANGED_MEANWHILE') {
      if (await offerReload()) await this.load();
      return;
    }
    if (refusal.code === 'REQUEST_REUSED') this.setData({ requestId: requestId() });
    sayWhy(refusal);
  },

  async onOutlineTap() {
    if (this.data.unsaved && !(await this.save())) return;
    openPage(pages.outline, { courseId: this.data.courseId });
  },

  async onStatusTap({ currentTarget }: Tap<{ change: StatusChange }>) {
    const { change } = currentTarget.dataset;
    const { ask, button } = STATUS_CHANGES[change];
    if (this.data.changing || !(await askFirst(ask, { title: button, yes: '确定' }))) return;
    if (change !== 'remove' && this.data.unsaved && !(await this.save())) return;
    await this.changeStatus(change);
  },

  async changeStatus(change: StatusChange) {
    this.setData({ changing: change });
    const { courseId, version } = this.data;
    const reply = await call('editCourse', { action: change, courseId, version });
    this.setData({ changing: '' });
    if (!reply.ok) return this.refused(reply);
    this.show(reply.data);
    say(STATUS_CHANGES[change].done);
    if (change === 'remove') goBack();
  },
});
