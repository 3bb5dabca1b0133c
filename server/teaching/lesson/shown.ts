import type { Output } from '../../../shared/contract';
import type { getLessonDraft } from '../../../shared/teaching/contract';
import type { Course, OutlineLesson } from '../../catalogue/course';
import type { Context } from '../../context';
import type { Lesson } from '../../learning/lesson';
import { lessonVersions } from '../../learning/lessons';
import { linkTo } from '../../learning/links';

type Shown = Output<typeof getLessonDraft>;

/** Where a lesson stands that is out of the outline. */
const NOWHERE = 'removed';

/** A lesson as its teacher edits it, with a link to its file and the list of its versions. */
export const lessonShown = async (
  { lesson, course }: { lesson: Lesson; course: Course },
  context: Pick<Context, 'db' | 'storage' | 'now'>,
): Promise<Shown | undefined> => {
  const place = placeIn(course, lesson._id);
  if (!place) return undefined;
  const { file, text } = lesson.content;
  const [link, earlier] = await Promise.all([
    linkTo(file, context),
    lessonVersions(context.db).list(lesson._id),
  ]);
  return {
    ...place.line,
    courseId: course._id,
    chapterId: place.chapterId,
    kind: lesson.content.kind,
    contentVersion: lesson.contentVersion,
    versions: versionsShown(lesson, earlier),
    ...(text !== undefined && { text }),
    ...(file && link && { file: { name: file.name, bytes: file.bytes, url: link.url } }),
  };
};

type Place = { readonly chapterId: string; readonly line: OutlineLesson };

const placeIn = (course: Course, lessonId: string): Place | undefined => {
  const places = [
    ...course.chapters.flatMap(({ chapterId, lessons }) =>
      lessons.map((line) => ({ chapterId, line })),
    ),
    ...course.removedLessons.map(({ removedAt: _removedAt, ...line }) => ({
      chapterId: NOWHERE,
      line,
    })),
  ];
  return places.find(({ line }) => line.lessonId === lessonId);
};

type Version = Pick<Lesson, 'contentVersion' | 'savedAt' | 'note'>;

const versionsShown = (lesson: Lesson, earlier: readonly Version[]): Shown['versions'] => [
  versionShown(lesson, true),
  // A version may be kept already while its lesson still holds it, if a save stopped halfway.
  ...earlier
    .filter(({ contentVersion }) => contentVersion < lesson.contentVersion)
    .map((version) => versionShown(version, false)),
];

const versionShown = ({ contentVersion, savedAt, note }: Version, current: boolean) => ({
  contentVersion,
  savedAt,
  note,
  current,
});
