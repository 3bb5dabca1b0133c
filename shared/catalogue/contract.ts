import * as z from 'zod';
import { defineContract } from '../contract';
import {
  categoryId,
  chapterId,
  courseId,
  cursor,
  fenAmount,
  fileId,
  lessonId,
  moment,
  pageOf,
  text,
  userId,
} from '../fields';
import { planId, planTerms, shopTerms } from '../shop/fields';

export const LESSON_KINDS = ['video', 'audio', 'document', 'article', 'ebook'] as const;
export type LessonKind = (typeof LESSON_KINDS)[number];

export const COURSE_STATUSES = ['draft', 'published', 'retired', 'removed'] as const;
export type CourseStatus = (typeof COURSE_STATUSES)[number];

const output = {
  price: fenAmount,
  seats: z.object({ cap: z.int(), left: z.int() }),
  rating: z.object({ count: z.int(), average: z.number() }),
  teacher: z.object({
    userId,
    nickname: z.string(),
    avatar: fileId.optional(),
    introduction: z.string(),
  }),
};

/** A course as lists show it. */
export const courseCard = z.object({
  courseId,
  title: z.string(),
  subtitle: z.string(),
  cover: fileId.optional(),
  /** The list price. */
  price: output.price,
  /** What anybody pays now; less than `price` during a sale. */
  priceNow: output.price,
  saleEndsAt: moment.optional(),
  /** What members pay, where that is less than `priceNow`. */
  memberPrice: output.price.optional(),
  memberFree: z.boolean(),
  categoryId,
  teacherName: z.string(),
  lessonCount: z.int(),
  learnerCount: z.int(),
  kinds: z.array(z.enum(LESSON_KINDS)),
  seats: output.seats.optional(),
  rating: output.rating.optional(),
});
export type CourseCard = z.output<typeof courseCard>;

const category = z.object({
  categoryId,
  name: z.string(),
  description: z.string(),
  icon: z.string(),
});

export const getHome = defineContract({
  name: 'getHome',
  summary: 'All that the first screen shows: banners, categories, and shelves of courses.',
  input: z.strictObject({}),
  output: z.object({
    shopName: z.string(),
    banners: z.array(z.object({ courseId, image: fileId, title: z.string() })),
    categories: z.array(category),
    shelves: z.array(z.object({ title: z.string(), courses: z.array(courseCard) })),
  }),
  errors: [],
});

export const SORTS = ['newest', 'popular', 'cheapest'] as const;

export const searchCourses = defineContract({
  name: 'searchCourses',
  summary: 'Published courses by keyword and category, in pages of twenty.',
  input: z.strictObject({
    keyword: text(0, 40).optional(),
    categoryId: categoryId.optional(),
    sort: z.enum(SORTS).optional(),
    cursor: cursor.optional(),
  }),
  output: pageOf(courseCard),
  errors: [],
});

const outlineLesson = z.object({
  lessonId,
  chapterId,
  chapterTitle: z.string(),
  title: z.string(),
  kind: z.enum(LESSON_KINDS),
  free: z.boolean(),
  minutes: z.int(),
});

export const getCourse = defineContract({
  name: 'getCourse',
  summary:
    'A course with its outline, price, teacher and ratings, for anyone; and whether the caller owns it.',
  input: z.strictObject({ courseId }),
  output: z.object({
    course: courseCard.extend({
      introduction: z.string(),
      status: z.enum(COURSE_STATUSES),
      outline: z.array(outlineLesson),
      teacher: output.teacher,
      refundRule: z.string(),
      updatedAt: z.int(),
    }),
    owned: z.boolean(),
    /** The caller's unpaid order of this course, to be gone on with. */
    openOrderId: z.string().optional(),
    resumeLessonId: lessonId.optional(),
    /** Goes into a link that the caller shares: they earn by whoever buys by it. Absent where they would earn nothing. */
    affiliateId: userId.optional(),
  }),
  errors: ['NOT_FOUND'],
});

export const manageShop = defineContract({
  name: 'manageShop',
  summary:
    'The shop as an admin arranges it: its name, banners and recommended courses; categories added, changed, ordered and removed; memberships on offer, the rule of refunds, the teacher’s share and the affiliate’s. Every action answers with the whole.',
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('read') }),
    z.strictObject({
      action: z.literal('saveHome'),
      shopName: text(1, 20),
      banners: z.array(z.strictObject({ courseId, title: text(1, 24) })).max(6),
      recommended: z.array(courseId).max(20),
    }),
    z.strictObject({
      action: z.literal('saveCategory'),
      categoryId: categoryId.optional(),
      name: text(1, 12),
      description: text(0, 100),
      icon: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    }),
    z.strictObject({
      action: z.literal('orderCategories'),
      categoryIds: z.array(categoryId).max(50),
    }),
    z.strictObject({ action: z.literal('removeCategory'), categoryId }),
    z.strictObject({ action: z.literal('savePlan'), planId: planId.optional(), ...planTerms }),
    z.strictObject({ action: z.literal('removePlan'), planId }),
    z.strictObject({ action: z.literal('saveTerms'), ...shopTerms }),
  ]),
  output: z.object({
    shopName: z.string(),
    banners: z.array(z.object({ courseId, title: z.string() })),
    recommended: z.array(courseId),
    categories: z.array(category.extend({ courseCount: z.int() })),
    plans: z.array(z.object({ planId, ...planTerms })),
    ...shopTerms,
  }),
  errors: [
    'NOT_FOUND',
    'CATEGORY_NOT_EMPTY',
    'CATEGORY_NAME_TAKEN',
    'TOO_MANY_PLANS',
    'SHARES_EXCEED_PRICE',
  ],
});
