import type { Course } from '../../../server/catalogue/course';
import type { Lesson } from '../../../server/learning/lesson';
import { NEW_SHOP, type ShopSettings } from '../../../server/shop/settings';
import { namesOf, type User } from '../../../server/accounts/user';
import { NO_RIGHTS } from '../../../shared/access/rights';
import type { Role } from '../../../shared/accounts/roles';
import type { ItemKind } from '../../../shared/orders/contract';
import { once } from './once';

/** Everybody who acts, by the WeChat identity they call with. */
export const LEARNERS = ['oAmy', 'oBen', 'oCat', 'oDan'] as const;
export const TEACHER = 'oTeacher';
/** Brought a buyer in the past of a shop that keeps its books. */
export const AFFILIATE = 'oCat';
/** Sells nothing by themself: a course for members alone. */
const SECOND_TEACHER = 'oSecondTeacher';
export const ADMINS = ['oAdmin', 'oSecondAdmin'] as const;

export const userIdOf = (openid: string): string => `usr_${openid}`;

const person = (openid: string, role: Role): User => ({
  _id: userIdOf(openid),
  openids: [openid],
  role,
  rights: NO_RIGHTS,
  nickname: openid.slice(1),
  names: namesOf(openid.slice(1)),
  introduction: '',
  joinedAt: 0,
});

/** What the shop sells: a course without limit, two with few seats, free ones, one for a fen, two memberships. */
export const ITEMS = {
  plain: { kind: 'course', id: 'crs_plain' },
  limited: { kind: 'course', id: 'crs_limited' },
  lastSeat: { kind: 'course', id: 'crs_lastSeat' },
  free: { kind: 'course', id: 'crs_free' },
  freeSeat: { kind: 'course', id: 'crs_freeSeat' },
  oneFen: { kind: 'course', id: 'crs_oneFen' },
  month: { kind: 'membership', id: 'plan_month' },
  year: { kind: 'membership', id: 'plan_year' },
} as const satisfies Record<string, { kind: ItemKind; id: string }>;

export type ItemName = keyof typeof ITEMS;

const course = (id: string, price: number, seatCap?: number): Course => ({
  _id: id,
  teacherId: userIdOf(TEACHER),
  teacherName: 'Teacher',
  status: 'published',
  version: 1,
  title: id,
  subtitle: '',
  introduction: '',
  searchText: id,
  categoryId: '',
  price,
  memberFree: id === 'crs_plain',
  ...(seatCap !== undefined && { seatCap }),
  chapters: [
    {
      chapterId: 'chp_1',
      title: 'one',
      lessons: [{ lessonId: lessonOf(id), title: 'one', kind: 'article', free: false, minutes: 5 }],
    },
  ],
  removedLessons: [],
  lessonIds: [lessonOf(id)],
  learnerCount: 0,
  ratingCount: 0,
  ratingSum: 0,
  createdAt: 0,
  updatedAt: 0,
  publishedAt: 0,
});

/** The one lesson of a course. */
export const lessonOf = (courseId: string): string => courseId.replace('crs', 'lsn');

const lesson = (courseId: string): Lesson => ({
  _id: lessonOf(courseId),
  courseId,
  contentVersion: 1,
  content: { kind: 'article', text: 'text' },
  note: '',
  savedAt: 0,
});

/** Seats of the courses with few of them. */
export const CAPS: Readonly<Record<string, number>> = {
  crs_limited: 2,
  crs_lastSeat: 1,
  crs_freeSeat: 1,
};

const COURSES: readonly Course[] = [
  course('crs_plain', 9999),
  course('crs_limited', 3333, CAPS['crs_limited']),
  course('crs_lastSeat', 10_001, CAPS['crs_lastSeat']),
  course('crs_free', 0),
  course('crs_freeSeat', 0, CAPS['crs_freeSeat']),
  course('crs_oneFen', 1),
  { ...course('crs_members', 8000), teacherId: userIdOf(SECOND_TEACHER), memberFree: true },
];

/** The lessons that a membership opens, of two teachers. */
export const FOR_MEMBERS = COURSES.filter(({ memberFree }) => memberFree).map(({ _id }) =>
  lessonOf(_id),
);

/** What an affiliate has of a course, in basis points: enough that the past of a shop makes one worth paying. */
export const AFFILIATE_SHARE = 2000;

const shop = (refundDays: number): ShopSettings => ({
  ...NEW_SHOP,
  plans: [
    { planId: 'plan_month', name: 'month', days: 30, price: 3000, perks: [] },
    { planId: 'plan_year', name: 'year', days: 365, price: 19_801, perks: [] },
  ],
  refundRule: { days: refundDays, maxPercent: 20, teacherLimit: 5000 },
  affiliateShare: AFFILIATE_SHARE,
});

/** The shop before anybody came: every document by its collection. */
export const newShop = once((refundDays: number) => ({
  settings: [shop(refundDays)],
  users: [
    ...LEARNERS.map((openid) => person(openid, 'learner')),
    person(TEACHER, 'teacher'),
    person(SECOND_TEACHER, 'teacher'),
    ...ADMINS.map((openid) => person(openid, 'admin')),
  ],
  courses: COURSES,
  lessons: COURSES.map(({ _id }) => lesson(_id)),
}));
