import type { Lesson } from '../../server/learning/lesson';
import { dataOf, type TestCloud } from '../cloud';
import { course, freshRequest, openShop, registered } from './stage';

const LESSON: Lesson = {
  _id: 'les_first',
  courseId: 'crs_counted',
  contentVersion: 1,
  content: { kind: 'article', text: '正文' },
  note: '',
  savedAt: 1,
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openShop(
    course('crs_counted', {
      lessonIds: ['les_first'],
      chapters: [
        {
          chapterId: 'chp_one',
          title: '第一章',
          lessons: [
            { lessonId: 'les_first', title: '第一课', kind: 'article', free: false, minutes: 5 },
          ],
        },
      ],
    }),
  );
  await cloud.insert('lessons', LESSON);
});
afterAll(() => cloud.close());

describe('a whole purchase', () => {
  it('S22: order, payment, callback and first lesson take at most twelve round trips to the database', async () => {
    const learner = await registered(cloud, 'oCounted');

    const trips = await cloud.roundTrips(async () => {
      const item = { kind: 'course', id: 'crs_counted' };
      const { orderId } = dataOf(
        await learner.call('createOrder', { requestId: freshRequest(), item }),
      );
      await cloud.pay(orderId);
      expect(dataOf(await learner.call('openLesson', { lessonId: 'les_first' })).text).toBe('正文');
    });

    expect(trips).toBeLessThanOrEqual(12);
  });
});
