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
  const couponId = await offersOf(courseId, unpaid);
  await proposeSettlement();
  query = {
    'packages/buying/pages/course/index': `courseId=${unpaid}`,
    'packages/buying/pages/confirm/index': `kind=course&id=${unpaid}`,
    'packages/buying/pages/result/index': `orderId=${orderId}`,
    'packages/buying/pages/order/index': `orderId=${orderId}`,
    'packages/buying/pages/refund/index': `orderId=${orderId}`,
    'packages/buying/pages/coupon/index': `couponId=${couponId}`,
    'packages/buying/pages/gift/index': `code=bcdf-ghjk-mnpq&courseId=${unpaid}&giver=小满`,
    'packages/admin/pages/order-file/index': `orderId=${orderId}`,
    'packages/admin/pages/proposals/index': 'tab=mine',
    'packages/study/pages/lesson/index': `lessonId=${article.lessonId}`,
    'packages/teaching/pages/course-edit/index': `courseId=${courseId}`,
    'packages/teaching/pages/outline/index': `courseId=${courseId}`,
    'packages/teaching/pages/lesson-edit/index': `courseId=${courseId}&chapterId=${article.chapterId}&lessonId=${article.lessonId}`,
  };
});
afterAll(() => shop.close());

/** Something for a second admin to decide on. */
const proposeSettlement = () =>
  shop.cloud.as('oLocalAdmin').call('manageMoney', {
    action: 'propose',
    requestId: 'look-settlement',
    proposal: {
      kind: 'recordSettlement',
      provider: 'cloudPay',
      date: '2026-11-22',
      amount: 10_000,
      reference: 'CMB2026112200018',
    },
    reason: '招行到账短信与商户平台一致',
  });

const DAY_MS = 24 * 60 * 60_000;

/** Something on the pages of offers: coupons claimed and to be claimed, a batch of codes, a sale. Answers a coupon. */
const offersOf = async (courseId: string, onSale: string): Promise<string> => {
  const admin = shop.cloud.as('oLocalAdmin');
  const terms = {
    action: 'makeCoupon',
    scope: { kind: 'course', ids: [courseId, onSale] },
    minimum: 2000,
    from: Date.now() - DAY_MS,
    to: Date.now() + 7 * DAY_MS,
    stock: 100,
    perUser: 1,
    handout: 'listed',
    fundedBy: 'shared',
  };
  const worths = [
    { title: '新学员专享', worth: { kind: 'fixed', amount: 1000 } },
    { title: '年末学习节', worth: { kind: 'percent', percent: 15, atMost: 5000 } },
    { title: '满减券', worth: { kind: 'fixed', amount: 5000 }, minimum: 50_000 },
  ];
  for (const [index, worth] of worths.entries())
    dataOf(await admin.call('manageOffers', { ...terms, ...worth, requestId: `cpn-${index}` }));
  const learner = shop.cloud.as('oLocalLearner');
  const offers = dataOf(await learner.call('getOffers', { action: 'mine' }));
  const coupons = offers.kind === 'coupons' ? offers.claimable : [];
  for (const { couponId } of coupons.filter(({ title }) => title !== '年末学习节'))
    dataOf(
      await learner.call('getOffers', {
        action: 'claim',
        couponId,
        requestId: `claim-${couponId}`,
      }),
    );
  dataOf(
    await admin.call('manageOffers', {
      action: 'makeCodes',
      requestId: 'codes-1',
      item: { kind: 'course', id: courseId },
      count: 20,
      expiresAt: Date.now() + 90 * DAY_MS,
      note: '年会赠送',
    }),
  );
  await putOnSale(onSale);
  return coupons[0]!.couponId;
};

const putOnSale = async (courseId: string) => {
  const teacher = shop.cloud.as('oLocalAdmin');
  const draft = dataOf(await teacher.call('getCourseDraft', { courseId }));
  const { version, title, subtitle, introduction, categoryId, cover, price, memberFree } = draft;
  dataOf(
    await teacher.call('editCourse', {
      action: 'change',
      ...{ courseId, version, title, subtitle, introduction, categoryId, cover, price, memberFree },
      sale: {
        price: Math.ceil(price * 0.7),
        from: Date.now() - DAY_MS,
        to: Date.now() + 2 * DAY_MS,
      },
      memberPrice: Math.ceil(price * 0.5),
    }),
  );
};

const viewerOf = (page: string): string => {
  if (page.startsWith('packages/admin/') || page.includes('/offers')) return 'oLocalAdmin';
  return page.startsWith('packages/teaching/') ? 'oLocalTeacher' : 'oLocalLearner';
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
