import { given, openPage, refused, signedIn } from '../openPage';

describe('orders of someone who is no user yet', () => {
  it('S12: one tap makes them one, and brings the list', async () => {
    let registered = false;
    const page = await openPage('packages/buying/pages/orders', {
      answers: {
        getMe: () =>
          registered
            ? signedIn('learner')()
            : given({ unreadNotices: 0, cameByLogin: false, messageTemplates: {} }),
        register: () => {
          registered = true;
          return given({ userId: 'usr_one', role: 'learner', nickname: '学员' });
        },
        getOrders: () => (registered ? given({ items: [] }) : refused('NOT_LOGGED_IN', '请先登录')),
      },
    });
    await page.tap('.tab');
    expect(page.text()).toContain('微信一键登录');
    await page.part('#state').tap('.state__button');
    await page.settled();
    expect(registered).toBe(true);
    expect(page.text()).toContain('还没有订单');
  });
});
