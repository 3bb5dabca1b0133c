import type { LessonKind } from '../../../../../shared/catalogue/contract';
import { isText } from '../../../../../shared/teaching/uploads';

/** A lesson as its teacher types it; `fileId` only when a new file was uploaded. */
export type LessonForm = {
  readonly kind: LessonKind;
  readonly title: string;
  readonly minutes: string;
  readonly free: boolean;
  readonly text: string;
  readonly fileId: string;
  readonly fileName: string;
  readonly note: string;
};

export const EMPTY_LESSON: LessonForm = {
  kind: 'video',
  title: '',
  minutes: '',
  free: false,
  text: '',
  fileId: '',
  fileName: '',
  note: '',
};

/** What a lesson already has on the server, to tell new content from kept content. */
export type SavedContent = { readonly text?: string | undefined; readonly hasFile: boolean };

export const NOTHING_SAVED: SavedContent = { hasFile: false };

export type LessonProblems = Partial<Record<'title' | 'minutes' | 'text' | 'file', string>>;

const lengthOf = (text: string): number => [...text.trim()].length;

const readMinutes = (typed: string): number | undefined => {
  const trimmed = typed.trim();
  if (trimmed === '') return 0;
  return /^\d{1,4}$/.test(trimmed) && Number(trimmed) <= 1000 ? Number(trimmed) : undefined;
};

type Check = (form: LessonForm, saved: SavedContent) => string | false;

const CHECKS: readonly (readonly [keyof LessonProblems, Check])[] = [
  ['title', ({ title }) => lengthOf(title) < 1 && '请填写课时标题'],
  ['title', ({ title }) => lengthOf(title) > 60 && '标题最多 60 个字'],
  ['minutes', ({ minutes }) => readMinutes(minutes) === undefined && '时长为 0 到 1000 分钟'],
  ['text', (form) => isText(form.kind) && lengthOf(form.text) < 1 && '请写下正文'],
  ['text', (form) => isText(form.kind) && lengthOf(form.text) > 50_000 && '正文最多 50000 字'],
  ['file', (form, saved) => !isText(form.kind) && !form.fileId && !saved.hasFile && '请先上传文件'],
];

/** What must be put right before the lesson can be saved; the first problem of each field. */
export const lessonProblemsOf = (form: LessonForm, saved: SavedContent): LessonProblems =>
  CHECKS.reduce<LessonProblems>((problems, [field, check]) => {
    const problem = check(form, saved);
    return problem && problems[field] === undefined ? { ...problems, [field]: problem } : problems;
  }, {});

/** Whether saving would make a new version of the content. */
export const contentChanged = (form: LessonForm, saved: SavedContent): boolean =>
  isText(form.kind) ? form.text.trim() !== (saved.text ?? '').trim() : form.fileId !== '';

const contentOf = (form: LessonForm) => {
  const note = form.note.trim();
  const content = isText(form.kind)
    ? { text: form.text.trim() }
    : { fileId: form.fileId, fileName: form.fileName };
  return { ...content, ...(note && { note }) };
};

/** What every `saveLesson` of this form brings, whether its content changes or an earlier one is restored. */
export const lessonHeadOf = (form: LessonForm) => ({
  title: form.title.trim(),
  kind: form.kind,
  free: form.free,
  minutes: readMinutes(form.minutes) ?? 0,
});

/** What `saveLesson` takes of a form without problems; content that did not change is left out. */
export const lessonFieldsOf = (form: LessonForm, saved: SavedContent) => ({
  ...lessonHeadOf(form),
  ...(contentChanged(form, saved) && contentOf(form)),
});
