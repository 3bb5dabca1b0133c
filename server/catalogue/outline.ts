import type { getCourse } from '../../shared/catalogue/contract';
import type { Output } from '../../shared/contract';
import type { Course, RemovedLesson } from './course';

type Outline = Output<typeof getCourse>['course']['outline'];

/** Where lessons stand that are out of the outline but still someone's own. */
const KEPT = { chapterId: 'kept', chapterTitle: '已下架的课时' };

/** The outline as it is shown; last come removed lessons that were there when the viewer bought the course. */
export const outlineOf = (course: Course, boughtAt: number): Outline => [
  ...course.chapters.flatMap(({ chapterId, title, lessons }) =>
    lessons.map((lesson) => ({ chapterId, chapterTitle: title, ...lesson })),
  ),
  ...course.removedLessons
    .filter(({ removedAt }) => boughtAt <= removedAt)
    .map((lesson) => ({ ...KEPT, ...withoutTime(lesson) })),
];

const withoutTime = ({ removedAt: _removedAt, ...lesson }: RemovedLesson) => lesson;
