import { dataOf } from '../cloud';
import { agreeAndPay } from './paying';
import { openShop, type Shop } from './phone';

jest.setTimeout(180_000);

const DAY_MS = 24 * 60 * 60_000;

let shop: Shop;
let courseId: string;

beforeAll(async () => {
  shop = await openShop();
  const admin = shop.cloud.as('oLocalAdmin');
  courseId = await shop.courseNamed('SQL');
  dataOf(
    await admin.call('manageOffers', {
      action: 'makeCoupon',
      requestId: 'coupon-1',
      title: '新学员专享',
      worth: { kind: 'fixed', amount: 2000 },
      scope: { kind: 'all' },
      minimum: 0,
      from: Date.now() - DAY_MS,
      to: Date.now() + 7 * DAY_MS,
      stock: 10,
      perUser: 1,
      handout: 'listed',
      fundedBy: 'platform',
    }),
  );
});
afterAll(() => shop.close());

const openCourse = (as: string) =>
  shop.phone(as, `packages/buying/pages/course/index?courseId=${courseId}`);

describe('offers, from the one who makes them to the one who learns', () => {
  it('a learner claims a coupon on the page of a course, pays less, and reads why on the order', async () => {
    const learner = shop.cloud.as('oLocalLearner');
    const { course } = dataOf(await learner.call('getCourse', { courseId }));
    const phone = await openCourse('oLocalLearner');
    await phone.tapWord('领券');
    await phone.picture('offers-1-claim');
    await phone.press('领取');
    await phone.sees('可使用');
    await phone.screen.getByLabel('关闭').locator('visible=true').click();

    await phone.press('立即购买');
    await phone.sees('−¥20.00');
    await phone.picture('offers-2-confirm');
    await agreeAndPay(phone);
    await phone.sees('支付成功');
    await phone.press('查看订单');
    await phone.sees('新学员专享');
    await phone.picture('offers-3-order');

    const [order] = dataOf(await learner.call('getOrders', {})).items;
    expect(order).toMatchObject({ payable: course.priceNow - 2000, status: 'paid' });
    expect(phone.errors).toEqual([]);
  });

  it('a gift is paid by one, and the course opens for the friend who takes it', async () => {
    const giver = await openCourse('oNewVisitorGiver');
    await giver.tapWord('送好友');
    await giver.sees('发给好友就能领走这门课');
    await agreeAndPay(giver);
    await giver.press('去送给好友');
    await giver.sees('礼物准备好了');
    await giver.picture('offers-4-gift');
    const [order] = dataOf(await shop.cloud.as('oNewVisitorGiver').call('getOrders', {})).items;

    const query = `code=${order!.gift!.code}&courseId=${courseId}&giver=${encodeURIComponent('小满')}`;
    const friend = await shop.phone(
      'oNewVisitorFriend',
      `packages/buying/pages/gift/index?${query}`,
    );
    await friend.sees('小满 送你一份礼物');
    await friend.picture('offers-5-take');
    await friend.press('收下礼物');
    await friend.sees('礼物已收下');
    await friend.press('去学习');
    await friend.sees(/开始学习|继续学习/);

    const as = shop.cloud.as('oNewVisitorFriend');
    expect(dataOf(await as.call('getCourse', { courseId })).owned).toBe(true);
    const mine = dataOf(await shop.cloud.as('oNewVisitorGiver').call('getCourse', { courseId }));
    expect(mine.owned).toBe(false);
    expect([...giver.errors, ...friend.errors]).toEqual([]);
  });
});
