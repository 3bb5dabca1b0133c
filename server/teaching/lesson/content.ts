import type { Input } from '../../../shared/contract';
import { fail, ok, type Result } from '../../../shared/result';
import type { saveLesson } from '../../../shared/teaching/contract';
import { isText } from '../../../shared/teaching/uploads';
import type { Context } from '../../context';
import type { Lesson, LessonContent, LessonFile } from '../../learning/lesson';
import { lessonVersions } from '../../learning/lessons';
import { acceptUpload } from '../uploads';

export type LessonInput = Input<typeof saveLesson>;
export type Refusal = (typeof saveLesson)['errors'][number] | 'INVALID_INPUT';

/** What a lesson shall hold: given now, taken over from before, or taken up again from an earlier version. */
export const contentFor = (
  input: LessonInput,
  lesson: Lesson | undefined,
  context: Context,
): Promise<Result<LessonContent, Refusal>> =>
  input.restoreVersion === undefined
    ? givenContent(input, lesson, context)
    : earlierContent(input, lesson, context);

const earlierContent = async (
  { restoreVersion = 0, text, fileId }: LessonInput,
  lesson: Lesson | undefined,
  { db }: Context,
): Promise<Result<LessonContent, Refusal>> => {
  if (text !== undefined || fileId !== undefined) return fail('INVALID_INPUT');
  if (lesson?.contentVersion === restoreVersion) return ok(lesson.content);
  const earlier = lesson && (await lessonVersions(db).get(lesson._id, restoreVersion));
  return earlier ? ok(earlier.content) : fail('NOT_FOUND');
};

const givenContent = async (
  input: LessonInput,
  lesson: Lesson | undefined,
  context: Context,
): Promise<Result<LessonContent, Refusal>> => {
  const { kind } = input;
  const before = lesson?.content.kind === kind ? lesson.content : undefined;
  const file = await fileFor(input, before?.file, context);
  if (!file.ok) return file;
  const text = input.text ?? before?.text;
  const isWhole = isText(kind) ? text !== undefined : file.data !== undefined;
  if (!isWhole) return fail('INVALID_INPUT');
  return ok({ kind, ...(text !== undefined && { text }), ...(file.data && { file: file.data }) });
};

/** The file a lesson shall have: a new one only after it was looked at. */
const fileFor = async (
  { kind, fileId, fileName = '' }: LessonInput,
  before: LessonFile | undefined,
  context: Context,
): Promise<Result<LessonFile | undefined, Refusal>> => {
  if (fileId === undefined || fileId === before?.fileId) return ok(before);
  if (isText(kind)) return fail('FILE_NOT_ACCEPTED');
  const accepted = await acceptUpload(fileId, kind, context);
  if (!accepted.ok) return accepted;
  const name = fileName || fileId.slice(fileId.lastIndexOf('/') + 1);
  return ok({ fileId, name, ...accepted.data });
};
