import { fen } from '../../../shared/money';
import type { CourseDraft } from '../../../shared/teaching/contract';
import type { Course } from '../../catalogue/course';

/** A course as its teacher edits it. */
export const draftOf = (course: Course): CourseDraft => ({
  courseId: course._id,
  version: course.version,
  status: course.status,
  title: course.title,
  subtitle: course.subtitle,
  introduction: course.introduction,
  price: fen(course.price),
  memberFree: course.memberFree,
  chapters: course.chapters.map((chapter) => ({ ...chapter, lessons: [...chapter.lessons] })),
  learnerCount: course.learnerCount,
  updatedAt: course.updatedAt,
  ...(course.categoryId && { categoryId: course.categoryId }),
  ...(course.cover && { cover: course.cover }),
  ...(course.sale && { sale: { ...course.sale, price: fen(course.sale.price) } }),
  ...(course.memberPrice !== undefined && { memberPrice: fen(course.memberPrice) }),
  ...(course.seatCap !== undefined && { seatCap: course.seatCap }),
});
