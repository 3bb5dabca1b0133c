import { fail, ok, type Result } from '../../../shared/result';
import { userOf } from '../../caller';
import { lessonsOf, type Course } from '../../catalogue/course';
import type { Context } from '../../context';
import type { Lesson } from '../../learning/lesson';
import { checkWords } from '../course/fields';
import { contentFor, type LessonInput, type Refusal } from './content';
import { placeLesson } from './place';
import { addLesson, replaceContent } from './store';

type Wish = { readonly input: LessonInput; readonly lesson: Lesson | undefined };
type Saved = { readonly lesson: Lesson; readonly course: Course };

/** Saves what a lesson holds, then its line in the outline: a lesson is in sight only once it can be opened. */
export const saveInto = async (
  course: Course,
  { input, lesson }: Wish,
  context: Context,
): Promise<Result<Saved, Refusal>> => {
  const { chapterId, title, free, minutes } = input;
  if (!course.chapters.some((chapter) => chapter.chapterId === chapterId)) return fail('NOT_FOUND');

  const content = await contentFor(input, lesson, context);
  if (!content.ok) return content;
  const words = newWords(input, { course, lesson });
  const checked = words ? await checkWords(words, context) : ok(true);
  if (!checked.ok) return checked;

  const next = { content: content.data, note: noteOf(input) };
  const stored = lesson
    ? await replaceContent(lesson, next, context)
    : await addLesson({ ...next, ...newLesson(input, context) }, context);
  if (!stored.ok) return stored;

  const { kind } = stored.data.content;
  const line = { lessonId: stored.data._id, title, kind, free, minutes };
  const placed = await placeLesson(course, { chapterId, line }, context);
  return placed.ok ? ok({ lesson: stored.data, course: placed.data }) : placed;
};

const newLesson = ({ courseId, requestId }: LessonInput, { caller, ids }: Context) => ({
  _id: ids.derived('lsn', userOf(caller)._id, requestId),
  courseId,
});

const noteOf = ({ note = '', restoreVersion }: LessonInput): string =>
  note || restoreVersion === undefined ? note : `恢复自第 ${restoreVersion} 版`;

/** What of a lesson's words nobody has checked yet. */
const newWords = (
  { title, text = '' }: LessonInput,
  { course, lesson }: { course: Course; lesson: Lesson | undefined },
): string => {
  const before = lessonsOf(course).find(({ lessonId }) => lessonId === lesson?._id)?.title;
  return [...(title === before ? [] : [title]), ...(text === lesson?.content.text ? [] : [text])]
    .join('\n')
    .trim();
};
