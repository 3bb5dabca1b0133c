import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataOf } from '../cloud';
import { openShop, type Phone, type Shop } from './phone';

jest.setTimeout(240_000);

type App = { pages: string[]; subPackages: { root: string; pages: string[] }[] };
const app = JSON.parse(readFileSync(join(__dirname, '../../miniprogram/app.json'), 'utf8')) as App;
const PAGES = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
];

const SIZES = [
  { name: 'phone', width: 375, height: 812 },
  { name: 'small', width: 320, height: 568 },
];

let shop: Shop;
let query: Record<string, string>;

beforeAll(async () => {
  shop = await openShop();
  const learner = shop.cloud.as('oLocalLearner');
  const { items } = dataOf(await learner.call('searchCourses', { keyword: 'TypeScript' }));
  const courseId = items[0]!.courseId;
  const { orderId } = dataOf(
    await learner.call('createOrder', {
      requestId: 'look-1',
      item: { kind: 'course', id: courseId },
    }),
  );
  await shop.cloud.pay(orderId);
  const { course } = dataOf(await learner.call('getCourse', { courseId }));
  const article = course.outline.find(({ kind }) => kind === 'article')!;
  const unpaid = dataOf(
    await shop.cloud.as('oLocalLearner').call('searchCourses', { keyword: 'SQL' }),
  ).items[0]!.courseId;
  query = {
    'packages/buying/pages/course/index': `courseId=${unpaid}`,
    'packages/buying/pages/confirm/index': `kind=course&id=${unpaid}`,
    'packages/buying/pages/result/index': `orderId=${orderId}`,
    'packages/buying/pages/order/index': `orderId=${orderId}`,
    'packages/buying/pages/refund/index': `orderId=${orderId}`,
    'packages/study/pages/lesson/index': `lessonId=${article.lessonId}`,
    'packages/teaching/pages/course-edit/index': `courseId=${courseId}`,
    'packages/teaching/pages/outline/index': `courseId=${courseId}`,
    'packages/teaching/pages/lesson-edit/index': `courseId=${courseId}&chapterId=${article.chapterId}&lessonId=${article.lessonId}`,
  };
});
afterAll(() => shop.close());

const viewerOf = (page: string): string => {
  if (page.startsWith('packages/teaching/')) return 'oLocalTeacher';
  return page.startsWith('packages/admin/') ? 'oLocalAdmin' : 'oLocalLearner';
};

/** One phone for each viewer, kept on while its pages are looked at one after another. */
const phones = new Map<string, Promise<Phone>>();
const phoneOf = (viewer: string): Promise<Phone> => {
  const phone = phones.get(viewer) ?? shop.phone(viewer);
  phones.set(viewer, phone);
  return phone;
};

const overflowOf = (phone: Phone) =>
  phone.screen.evaluate((element) => {
    const scroller = element.querySelector('.mp-scroller') ?? element;
    return scroller.scrollWidth - scroller.clientWidth;
  });

describe('every page, on a phone and on a small one', () => {
  it.each(PAGES)(
    '%s shows itself whole: nothing hangs over the side, nothing fails',
    async (page) => {
      const phone = await phoneOf(viewerOf(page));
      await phone.page.setViewportSize(SIZES[0]!);
      await phone.goTo(query[page] ? `${page}?${query[page]}` : page);
      const bones = phone.screen
        .locator('.bone, [class*=bones], .skeleton')
        .locator('visible=true');
      await bones.first().waitFor({ state: 'hidden' });
      await phone.page.waitForTimeout(400);

      for (const { name, ...size } of SIZES) {
        await phone.page.setViewportSize(size);
        await phone.page.waitForTimeout(100);
        await phone.picture(
          `${name}-${page.replace(/^packages\/|\/index$/g, '').replaceAll('/', '-')}`,
        );
        expect(await overflowOf(phone)).toBeLessThanOrEqual(1);
      }
      expect(phone.errors).toEqual([]);
    },
  );
});
