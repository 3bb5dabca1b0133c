import { dataOf } from '../cloud';
import { agreeAndPay } from './paying';
import { openShop, type Shop } from './phone';

jest.setTimeout(180_000);

let shop: Shop;
let courseId: string;

beforeAll(async () => {
  shop = await openShop();
  courseId = await shop.courseNamed('SQL');
});
afterAll(() => shop.close());

describe('F62: a link, from the one who shares it to the one who buys by it', () => {
  it('brings a learner a commission when a friend buys by it, and shows it among their earnings', async () => {
    const learner = shop.cloud.as('oLocalLearner');
    const { affiliateId = '', course } = dataOf(await learner.call('getCourse', { courseId }));
    const link = `packages/buying/pages/course/index?courseId=${courseId}&from=share&by=${affiliateId}`;
    const friend = await shop.phone('oNewVisitorBrought', link);
    await friend.press('立即购买');
    await agreeAndPay(friend);
    await friend.sees('支付成功');

    const phone = await shop.phone('oLocalLearner', 'pages/mine/index');
    await phone.tapWord('推广佣金');
    await phone.sees('您得到课程实付金额的 10%');
    await phone.sees(course.title);
    await phone.sees(`¥${(course.priceNow / 1000).toFixed(2)}`);
    await phone.picture('affiliate-1-commission');
    expect([...friend.errors, ...phone.errors]).toEqual([]);
  });
});
