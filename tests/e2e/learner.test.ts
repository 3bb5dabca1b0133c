import { dataOf } from '../cloud';
import { pay } from './paying';
import { openShop, until, type Phone, type Shop } from './phone';

jest.setTimeout(180_000);

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const buy = async (phone: Phone, messages: '允许' | '取消') => {
  await phone.press('立即购买');
  await phone.tap('我已阅读并同意以上退款规则');
  await phone.press('微信支付');
  await phone.sees('购买成功通知');
  await phone.picture('walk-3-messages');
  await phone.confirm(messages);
};

const messagesTo = async (openid: string) => {
  await shop.cloud.runTimer('deliverOutbox');
  const { subscribeMessages } = await shop.cloud.get<{
    subscribeMessages: { openid: string; data: object }[];
  }>('/_local/outbox');
  return subscribeMessages.filter((message) => message.openid === openid);
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
    const courseId = await shop.courseNamed('TypeScript');
    const phone = await shop.phone(
      'oNewVisitorB',
      `packages/buying/pages/course/index?courseId=${courseId}`,
    );
    await buy(phone, '允许');
    await phone.sees('确认支付');
    await phone.picture('walk-3-cashier');
    await pay(phone);

    await phone.sees(/支付成功|已开通|开始学习/);
    await phone.picture('walk-4-result');
    const { owned } = dataOf(await shop.cloud.as('oNewVisitorB').call('getCourse', { courseId }));
    expect(owned).toBe(true);
    expect(await messagesTo('oNewVisitorB')).toMatchObject([
      { templateId: 'local-template-paid', data: { amount2: { value: expect.any(String) } } },
    ]);
  });

  it('S22: refuses messages, and buys all the same', async () => {
    const courseId = await shop.courseNamed('TypeScript');
    const phone = await shop.phone(
      'oWantsQuiet',
      `packages/buying/pages/course/index?courseId=${courseId}`,
    );
    await buy(phone, '取消');
    await pay(phone);
    await phone.sees(/支付成功|已开通|开始学习/);
    expect(await messagesTo('oWantsQuiet')).toEqual([]);
    const { items } = dataOf(await shop.cloud.as('oWantsQuiet').call('getNotices'));
    expect(items).toMatchObject([{ title: '购买成功' }]);
  });

  it('S26, S8: plays a video, jumps in it, leaves, and goes on where it was', async () => {
    const courseId = await shop.courseNamed('程序员的第一堂产品课');
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

describe('a learner who owns a course', () => {
  const openid = 'oCommentingLearner';
  let courseId = '';

  beforeAll(async () => {
    courseId = await shop.courseNamed('程序员的第一堂产品课');
    const me = shop.cloud.as(openid);
    dataOf(await me.call('register', { requestId: 'r1', nickname: '爱提问' }));
    dataOf(
      await me.call('createOrder', { requestId: 'o1', item: { kind: 'course', id: courseId } }),
    );
  });

  it('S29, S30, S31, S32: writes a comment, changes it and takes it back', async () => {
    const phone = await shop.phone(
      openid,
      `packages/buying/pages/course/index?courseId=${courseId}`,
    );
    await phone.tapWord('评论');
    await phone.screen.getByRole('button', { name: '评论' }).click();
    await phone.page.locator('textarea:visible').fill('讲得很清楚，受用');
    await phone.press(/发布|提交|发表/);
    await phone.sees('讲得很清楚，受用');
    await phone.picture('walk-5-comment');

    await phone.tap('修改');
    await phone.page.locator('textarea:visible').fill('第二遍听，收获更多');
    await phone.press(/发布|提交|保存|发表/);
    await phone.sees('第二遍听，收获更多');

    await phone.tap('删除');
    await phone.page
      .locator('.mp-ok, button')
      .filter({ hasText: /删除|确定/ })
      .locator('visible=true')
      .last()
      .click();
    await until(
      async () => dataOf(await shop.cloud.as(openid).call('getComments', { courseId })).items,
      (items) => items.every(({ content }) => !content.includes('收获更多')),
    );
  });
});

describe('a learner who changes their mind', () => {
  it('S23: asks for a refund, sees how it stands, and loses the course when the money is back', async () => {
    const openid = 'oRefundingLearner';
    const me = shop.cloud.as(openid);
    const courseId = await shop.courseNamed('手机摄影');
    dataOf(await me.call('register', { requestId: 'r1' }));
    const { orderId } = dataOf(
      await me.call('createOrder', { requestId: 'o1', item: { kind: 'course', id: courseId } }),
    );
    await shop.cloud.pay(orderId);

    const phone = await shop.phone(openid, `packages/buying/pages/order/index?orderId=${orderId}`);
    await phone.press(/退款/);
    await phone.screen.getByRole('radio').first().click();
    await phone.press('提交申请');
    await phone.confirm('提交申请');
    await phone.sees('退款到账通知');
    await phone.confirm('允许');
    await phone.sees(/退款/);

    await until(
      async () => {
        await shop.cloud.advance(120_000);
        return dataOf(await me.call('getOrders', { orderId })).items[0]?.status;
      },
      (status) => status === 'refunded',
    );
    await phone.goTo(`packages/buying/pages/order/index?orderId=${orderId}`);
    await phone.sees(/已退款/);
    await phone.picture('walk-6-refunded');
    const { owned } = dataOf(await me.call('getCourse', { courseId }));
    expect(owned).toBe(false);
  });
});

describe('an impatient learner on a bad network', () => {
  it('S21: taps pay twice and has one order', async () => {
    const openid = 'oDoubleTapper';
    const courseId = await shop.courseNamed('SQL');
    const phone = await shop.phone(
      openid,
      `packages/buying/pages/course/index?courseId=${courseId}`,
    );
    await phone.press('立即购买');
    await phone.tap('我已阅读并同意以上退款规则');
    const button = phone.screen.locator('wx-button').filter({ hasText: '微信支付' });
    await button.dblclick();
    await phone.confirm('取消');
    await phone.sees('确认支付');
    await phone.page.getByRole('button', { name: '取消支付' }).click();

    const { items } = dataOf(await shop.cloud.as(openid).call('getOrders', {}));
    expect(items.map(({ status }) => status)).toEqual(['pending']);
  });

  it('S24: comes back by refresh and by back, and goes on paying the same order', async () => {
    const openid = 'oDoubleTapper';
    const phone = await shop.phone(openid, 'packages/buying/pages/orders/index');
    await phone.sees('SQL 面试五十题精讲');
    await phone.page.reload();
    await phone.tap('SQL 面试五十题精讲');
    await phone.sees('订单进度');
    await phone.page.goBack();
    await phone.sees('SQL 面试五十题精讲');
    await phone.press(/支付/);
    await phone.sees('确认支付');
    await pay(phone);

    await until(
      async () =>
        dataOf(await shop.cloud.as(openid).call('getOrders', {})).items.map(({ status }) => status),
      (statuses) => statuses.join() === 'paid',
    );
  });

  it('S8: loses the network, is told so, and goes on when it is back', async () => {
    const phone = await shop.phone('oOfflineLearner');
    await phone.sees('推荐');
    await phone.page.context().setOffline(true);
    await phone.goTo('pages/discover/index');
    await phone.sees(/网络/);
    await phone.picture('walk-7-offline');
    await phone.page.context().setOffline(false);
    await phone.sees('小程序云开发实战');
  });
});
