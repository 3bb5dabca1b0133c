import type { LessonKind } from '../../../shared/catalogue/contract';
import type { Input } from '../../../shared/contract';
import { fail, ok, type Result } from '../../../shared/result';
import type { saveLesson } from '../../../shared/teaching/contract';
import { extensionOf, isText, type TextKind } from '../../../shared/teaching/uploads';
import type { Context } from '../../context';
import type { Lesson, LessonContent, LessonFile } from '../../learning/lesson';
import { lessonVersions } from '../../learning/lessons';
import { playingSeconds } from '../playing';
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
  const before = keptFrom(lesson, kind);
  const file = await fileFor(input, before?.file, context);
  if (!file.ok) return file;
  const text = input.text ?? before?.text;
  return whole({
    kind,
    ...(text !== undefined && { text }),
    ...(file.data && { file: file.data }),
  });
};

/** What stays when nothing new is given: all of it, unless the lesson becomes another kind. */
const keptFrom = (lesson: Lesson | undefined, kind: LessonKind): LessonContent | undefined =>
  lesson?.content.kind === kind ? lesson.content : undefined;

/** Content that has what its kind needs: text to read, or a file to play. */
const whole = (content: LessonContent): Result<LessonContent, 'INVALID_INPUT'> => {
  const needed = isText(content.kind) ? content.text : content.file;
  return needed === undefined ? fail('INVALID_INPUT') : ok(content);
};

/** The file a lesson shall have: the one it has, or a new one. */
const fileFor = async (
  { kind, fileId, fileName }: LessonInput,
  before: LessonFile | undefined,
  context: Context,
): Promise<Result<LessonFile | undefined, Refusal>> => {
  if (fileId === undefined || fileId === before?.fileId) return ok(before);
  if (isText(kind)) return fail('FILE_NOT_ACCEPTED');
  const name = fileName ?? fileId.slice(fileId.lastIndexOf('/') + 1);
  return newFile({ fileId, name, kind }, context);
};

/** A file that was looked at, and measured if it plays. */
const newFile = async (
  { fileId, name, kind }: { fileId: string; name: string; kind: Exclude<LessonKind, TextKind> },
  context: Context,
): Promise<Result<LessonFile, Refusal>> => {
  const accepted = await acceptUpload(fileId, kind, context);
  if (!accepted.ok) return accepted;
  const { bytes, read } = accepted.data;
  const seconds = await playingSeconds(extensionOf(fileId), bytes, read);
  return ok({ fileId, name, bytes, ...(seconds !== undefined && { seconds }) });
};
