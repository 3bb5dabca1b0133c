import type { Chapter, Course } from '../../../server/catalogue/course';
import type { Lesson } from '../../../server/learning/lesson';
import { searchTextOf } from '../../../shared/catalogue/searchText';
import { CATEGORIES } from './categories';
import type { DemoCourse, DemoLesson } from './courses';
import { categoryIdOf, courseIdOf, demoId, personId } from './demoIds';
import { PEOPLE } from './people';

type Parts = {
  readonly course: DemoCourse;
  readonly cover: string;
  readonly files: ReadonlyMap<string, { readonly fileId: string; readonly bytes: number }>;
  readonly text: (name: string) => string;
  /** When it was published, in epoch ms. */
  readonly at: number;
};

/** What a course of the demo shop is in the database. */
export const courseDocuments = (parts: Parts): { course: Course; lessons: Lesson[] } => {
  const { course, at } = parts;
  const chapters = chaptersOf(course);
  const lessons = course.chapters.flatMap((chapter) =>
    chapter.lessons.map((lesson) => lessonOf(parts, lesson)),
  );
  const teacherName = nameOf(PEOPLE, ({ openid }) => openid === course.teacher, 'nickname');
  const categoryName = nameOf(CATEGORIES, ({ key }) => key === course.category, 'name');
  return {
    lessons,
    course: {
      _id: courseIdOf(course.key),
      teacherId: personId(course.teacher),
      teacherName,
      status: 'published',
      version: 1,
      title: course.title,
      subtitle: course.subtitle,
      introduction: parts.text(`${course.key}.md`),
      searchText: searchTextOf({
        title: course.title,
        subtitle: course.subtitle,
        teacherName,
        categoryName,
      }),
      categoryId: categoryIdOf(course.category),
      cover: parts.cover,
      price: course.price,
      memberFree: course.memberFree ?? false,
      ...(course.seatCap && { seatCap: course.seatCap }),
      chapters,
      removedLessons: [],
      lessonIds: lessons.map(({ _id }) => _id),
      learnerCount: 0,
      ratingCount: 0,
      ratingSum: 0,
      createdAt: at,
      updatedAt: at,
      publishedAt: at,
    },
  };
};

const lessonIdOf = (course: DemoCourse, lesson: DemoLesson) =>
  demoId('les', course.key, lesson.title);

const chaptersOf = (course: DemoCourse): Chapter[] =>
  course.chapters.map(({ title, lessons }) => ({
    chapterId: demoId('chp', course.key, title),
    title,
    lessons: lessons.map((lesson) => ({
      lessonId: lessonIdOf(course, lesson),
      title: lesson.title,
      kind: lesson.kind,
      free: lesson.free ?? false,
      minutes: lesson.minutes,
    })),
  }));

const lessonOf = ({ course, files, text, at }: Parts, lesson: DemoLesson): Lesson => ({
  _id: lessonIdOf(course, lesson),
  courseId: courseIdOf(course.key),
  contentVersion: 1,
  content: {
    kind: lesson.kind,
    ...(lesson.text && { text: text(lesson.text) }),
    ...(lesson.file && { file: { name: lesson.file, ...fileOf(files, lesson.file) } }),
  },
  note: '',
  savedAt: at,
});

const fileOf = (files: Parts['files'], name: string) => {
  const file = files.get(name);
  if (!file) throw new Error(`${name} was not uploaded`);
  return file;
};

const nameOf = <Row, Key extends keyof Row>(
  rows: readonly Row[],
  wanted: (row: Row) => boolean,
  key: Key,
): Row[Key] => {
  const row = rows.find(wanted);
  if (!row) throw new Error('the demo shop names someone or something that is not there');
  return row[key];
};
