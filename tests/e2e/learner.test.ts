import { dataOf } from '../cloud';
import { openShop, until, type Phone, type Shop } from './phone';

jest.setTimeout(180_000);

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const courseNamed = async (title: string): Promise<string> => {
  const { items } = dataOf(
    await shop.cloud.as('oSomeone').call('searchCourses', { keyword: title }),
  );
  return items[0]!.courseId;
};

const pay = async (phone: Phone) => {
  await phone.tap('确认支付');
  for (const digit of '123456')
    await phone.page.getByRole('button', { name: digit, exact: true }).click();
};

const buy = async (phone: Phone) => {
  await phone.press('立即购买');
  await phone.tap('我已阅读并同意以上退款规则');
  await phone.press('微信支付');
};

describe('a learner', () => {
  it('S3, S20: looks around, searches and tries a lesson before logging in', async () => {
    const phone = await shop.phone('oNewVisitorA');
    await phone.sees('知行小课');
    await phone.sees('推荐');
    await phone.picture('walk-1-home');

    await phone.goTo('pages/discover/index');
    await phone.fill(/搜索/, '摄影');
    await phone.page.keyboard.press('Enter');
    await phone.tap('手机摄影：光线与构图');
    await phone.sees('立即购买');
    await phone.press('试学');
    await phone.screen.locator('video').first().waitFor();
    await phone.picture('walk-2-trial');

    const { me } = dataOf(await shop.cloud.as('oNewVisitorA').call('getMe'));
    expect(me).toBeUndefined();
  });

  it('S12, S21, S22, S35: becomes a user with one tap, buys, and the course opens within a second of paying', async () => {
    const courseId = await courseNamed('TypeScript');
    const phone = await shop.phone(
      'oNewVisitorB',
      `packages/buying/pages/course/index?courseId=${courseId}`,
    );
    await buy(phone);
    await phone.sees('确认支付');
    await phone.picture('walk-3-cashier');
    await pay(phone);

    await phone.sees(/支付成功|已开通|开始学习/);
    await phone.picture('walk-4-result');
    const { owned } = dataOf(await shop.cloud.as('oNewVisitorB').call('getCourse', { courseId }));
    expect(owned).toBe(true);
  });

  it('S26, S8: plays a video, jumps in it, leaves, and goes on where it was', async () => {
    const courseId = await courseNamed('程序员的第一堂产品课');
    const openid = 'oLocalLearner';
    dataOf(
      await shop.cloud
        .as(openid)
        .call('createOrder', { requestId: 'free-1', item: { kind: 'course', id: courseId } }),
    );
    const { course } = dataOf(await shop.cloud.as(openid).call('getCourse', { courseId }));
    const lessonId = course.outline[0]!.lessonId;

    const phone = await shop.phone(
      openid,
      `packages/study/pages/lesson/index?lessonId=${lessonId}`,
    );
    const video = phone.screen.locator('video').first();
    await video.waitFor();
    await video.evaluate(async (element: HTMLVideoElement) => {
      element.muted = true;
      element.currentTime = 12;
      await element.play();
    });
    await phone.page.waitForTimeout(2500);
    expect(
      await video.evaluate((element: HTMLVideoElement) => element.currentTime),
    ).toBeGreaterThan(12);
    await phone.goTo('pages/home/index');
    await phone.sees('推荐');

    await until(
      async () => dataOf(await shop.cloud.as(openid).call('openLesson', { lessonId })).position,
      (position) => position > 11,
    );
  });
});
