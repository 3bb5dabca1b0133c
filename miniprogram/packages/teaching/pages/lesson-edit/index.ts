import type { LessonKind } from '../../../../../shared/catalogue/contract';
import { isText } from '../../../../../shared/teaching/uploads';
import { call, type Answer, type Question } from '../../../../lib/call';
import { lessonKinds } from '../../../../lib/courseWords';
import { minute } from '../../../../lib/format';
import { goBack, openPage, pages } from '../../../../lib/navigate';
import { failed, loading, ready } from '../../../../lib/pageState';
import { requestId } from '../../../../lib/requestId';
import { askFirst, say, sayWhy } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { warnBeforeLeaving } from '../../../../lib/unsaved';
import {
  contentChanged,
  EMPTY_LESSON,
  lessonFieldsOf,
  lessonHeadOf,
  lessonProblemsOf,
  NOTHING_SAVED,
  type LessonForm,
  type LessonProblems,
  type SavedContent,
} from './lessonForm';

type LessonDraft = Answer<'getLessonDraft'>;
type Fields = Omit<Question<'saveLesson'>, 'requestId' | 'courseId' | 'chapterId' | 'lessonId'>;
type Version = LessonDraft['versions'][number] & { readonly when: string };
type FieldInput = WechatMiniprogram.Input<
  WechatMiniprogram.IAnyObject,
  { field: 'title' | 'minutes' | 'note' }
>;

const formOf = (lesson: LessonDraft): LessonForm => ({
  ...EMPTY_LESSON,
  kind: lesson.kind,
  title: lesson.title,
  minutes: lesson.minutes > 0 ? String(lesson.minutes) : '',
  free: lesson.free,
  text: lesson.text ?? '',
});

/** A lesson and its content: `?courseId=&chapterId=`, and `&lessonId=` for one that exists. */
Page({
  data: {
    ...loading,
    courseId: '',
    chapterId: '',
    lessonId: '',
    requestId: requestId(),
    kinds: lessonKinds,
    kindNames: Object.keys(lessonKinds) as LessonKind[],
    written: false,
    form: EMPTY_LESSON,
    problems: {} as LessonProblems,
    saved: NOTHING_SAVED as SavedContent,
    storedFile: { name: '', bytes: 0 },
    versions: [] as Version[],
    newVersion: false,
    unsaved: false,
    uploading: false,
    saving: false,
    restoring: 0,
  },

  onLoad({ courseId = '', chapterId = '', lessonId = '' }) {
    this.setData({ courseId, chapterId, lessonId });
    void wx.setNavigationBarTitle({ title: lessonId ? '编辑课时' : '添加课时' });
  },

  async load() {
    const { lessonId } = this.data;
    if (!lessonId) return this.setData(ready);
    this.setData(loading);
    const reply = await call('getLessonDraft', { lessonId });
    if (!reply.ok) return this.setData(failed(reply));
    this.setData(ready);
    this.show(reply.data);
  },

  show(lesson: LessonDraft) {
    this.setData({
      lessonId: lesson.lessonId,
      form: formOf(lesson),
      written: isText(lesson.kind),
      problems: {},
      saved: { text: lesson.text, hasFile: lesson.file !== undefined },
      storedFile: { name: lesson.file?.name ?? '', bytes: lesson.file?.bytes ?? 0 },
      versions: lesson.versions.map((each) => ({ ...each, when: minute(each.savedAt) })),
    });
    this.changed(false);
  },

  /** Notes whether something is typed that is not stored, and whether it makes a new version. */
  changed(unsaved: boolean) {
    const { form, saved, lessonId } = this.data;
    const newVersion = lessonId !== '' && unsaved && contentChanged(form, saved);
    if (newVersion !== this.data.newVersion) this.setData({ newVersion });
    if (unsaved === this.data.unsaved) return;
    this.setData({ unsaved });
    warnBeforeLeaving(unsaved);
  },

  onKindTap({ currentTarget }: Tap<{ kind: LessonKind }>) {
    if (this.data.uploading) return say('文件还在上传，请稍等或先取消');
    const { kind } = currentTarget.dataset;
    this.setData({ 'form.kind': kind, 'form.fileId': '', 'form.fileName': '', problems: {} });
    this.setData({ written: isText(kind), storedFile: { name: '', bytes: 0 } });
  },

  onFieldInput({ currentTarget, detail }: FieldInput) {
    const { field } = currentTarget.dataset;
    this.setData({ [`form.${field}`]: detail.value, [`problems.${field}`]: '' });
    this.changed(true);
  },

  onFreeChange({ detail }: WechatMiniprogram.SwitchChange) {
    this.setData({ 'form.free': detail.value });
    this.changed(true);
  },

  onTextChange({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ 'form.text': detail.value, 'problems.text': '' });
    this.changed(true);
  },

  onFileBusy({ detail }: WechatMiniprogram.CustomEvent<{ busy: boolean }>) {
    this.setData({ uploading: detail.busy });
  },

  onFileUploaded({
    detail,
  }: WechatMiniprogram.CustomEvent<{ fileId: string; fileName: string; bytes: number }>) {
    const { fileId, fileName, bytes } = detail;
    this.setData({
      'form.fileId': fileId,
      'form.fileName': fileName,
      'problems.file': '',
      storedFile: { name: fileName, bytes },
    });
    this.changed(true);
  },

  async onSaveTap() {
    if (this.data.saving || !this.isComplete()) return;
    this.setData({ saving: true });
    const { form, saved, lessonId } = this.data;
    const stored = await this.send(lessonFieldsOf(form, saved));
    this.setData({ saving: false });
    if (!stored) return;
    say('已保存');
    if (!lessonId) goBack(); // to the outline, where the next lesson is added
  },

  isComplete(): boolean {
    const problems = lessonProblemsOf(this.data.form, this.data.saved);
    this.setData({ problems });
    if (this.data.uploading) say('文件还在上传，请稍等');
    const [first] = Object.values(problems);
    if (first && !this.data.uploading) say(first);
    return !first && !this.data.uploading;
  },

  async onRestoreTap({ currentTarget }: Tap<{ version: number }>) {
    const { version } = currentTarget.dataset;
    const question = this.data.newVersion
      ? '没有保存的内容会丢失，学员将看到所选版本。'
      : '学员将看到所选版本，现在的版本仍会保留。';
    if (this.data.restoring || !(await askFirst(question, { title: '恢复此版本' }))) return;
    this.setData({ restoring: version });
    const head = lessonHeadOf(this.data.form);
    if (await this.send({ ...head, restoreVersion: version })) say('已恢复');
    this.setData({ restoring: 0 });
  },

  /** Sends a change and shows what came of it; whether it was stored. */
  async send(fields: Fields): Promise<boolean> {
    const { requestId: sameRequest, courseId, chapterId, lessonId } = this.data;
    const reply = await call('saveLesson', {
      requestId: sameRequest,
      courseId,
      chapterId,
      ...(lessonId && { lessonId }),
      ...fields,
    });
    // An answer settles the request; after a lost network the repeat must be the same one.
    if (reply.ok || reply.code !== 'NETWORK') this.setData({ requestId: requestId() });
    if (reply.ok) this.show(reply.data);
    else sayWhy(reply);
    return reply.ok;
  },

  onViewTap() {
    openPage(pages.lesson, { lessonId: this.data.lessonId });
  },
});
