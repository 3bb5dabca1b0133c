import type { Lesson } from '../../server/learning/lesson';
import { dataOf, type Phone, type TestCloud } from '../cloud';
import { ADMIN, claimed } from '../offers/stage';
import { course, freshRequest, openShop, registered } from './stage';

/** What a course needs before it can be paid; the round trips of a whole purchase, and of it with the first lesson. */
const PURCHASES = [
  { name: 'of a course for everybody', id: 'plain', trips: 10, withLesson: 12 },
  { name: 'with a coupon', id: 'coupon', coupon: true, trips: 11, withLesson: 13 },
  { name: 'of one of few places', id: 'seat', seatCap: 9, trips: 11, withLesson: 13 },
  {
    name: 'of one of few places, with a coupon',
    id: 'both',
    seatCap: 9,
    coupon: true,
    trips: 12,
    withLesson: 14,
  },
];

const lessonOf = (id: string): Lesson => ({
  _id: `les_${id}`,
  courseId: `crs_${id}`,
  contentVersion: 1,
  content: { kind: 'article', text: '正文' },
  note: '',
  savedAt: 1,
});

const courseOf = ({ id, seatCap }: { id: string; seatCap?: number }) => {
  const lesson = {
    lessonId: `les_${id}`,
    title: '第一课',
    kind: 'article',
    free: false,
    minutes: 5,
  } as const;
  return course(`crs_${id}`, {
    lessonIds: [lesson.lessonId],
    chapters: [{ chapterId: 'chp_one', title: '第一章', lessons: [lesson] }],
    ...(seatCap && { seatCap }),
  });
};

let cloud: TestCloud;
let admin: Phone;
beforeAll(async () => {
  cloud = await openShop(...PURCHASES.map(courseOf));
  admin = await registered(cloud, ADMIN);
  for (const { id } of PURCHASES) await cloud.insert('lessons', lessonOf(id));
});
afterAll(() => cloud.close());

describe.each(PURCHASES)('a whole purchase $name', ({ id, coupon, trips, withLesson }) => {
  const open = async (learner: Phone) =>
    expect(dataOf(await learner.call('openLesson', { lessonId: `les_${id}` })).text).toBe('正文');

  const first = async (openid: string) => {
    const learner = await registered(cloud, openid);
    return { learner, couponId: coupon && (await claimed(admin, learner)) };
  };
  const buy = async ({ learner, couponId }: Awaited<ReturnType<typeof first>>) => {
    const item = { kind: 'course', id: `crs_${id}` };
    const wish = { requestId: freshRequest(), item, ...(couponId && { couponId }) };
    const { orderId } = dataOf(await learner.call('createOrder', wish));
    await cloud.pay(orderId);
  };

  it(`S22: takes ${trips} round trips to the database, ${withLesson} with its first lesson`, async () => {
    // The course's pool of places is made by its first buyer.
    await buy(await first(`oFirst_${id}`));
    const buyer = await first(`oCounted_${id}`);
    expect(await cloud.roundTrips(() => buy(buyer))).toBe(trips);
    expect(await cloud.roundTrips(() => open(buyer.learner))).toBe(withLesson - trips);
  });
});
