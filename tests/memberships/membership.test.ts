import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  balance,
  bought,
  change,
  course,
  DAY,
  freshRequest,
  kindsOf,
  openShop,
  order,
  registered,
} from '../orders/stage';

let cloud: TestCloud;
let amy: Phone;

const plan = {
  planId: 'pln_month',
  name: '月度会员',
  days: 30,
  price: 3000,
  perks: ['会员课免费'],
};

beforeAll(async () => {
  cloud = await openShop(course('crs_member', { memberFree: true }), course('crs_plain'));
  await change(cloud, { collection: 'settings', id: 'shop' }, { plans: [plan] });
  amy = await registered(cloud, 'oAmy');
});

afterAll(() => cloud.close());

describe('a membership', () => {
  it('S10 S51: is shown with its plans and what it opens, to visitors too', async () => {
    const shown = dataOf(await cloud.as('oVisitor').call('getMemberships', {}));
    expect(shown).toEqual({ plans: [plan], freeCourseCount: 1 });
  });

  it('X17: bought twice lasts twice as long', async () => {
    const before = Date.now();
    await bought(cloud, amy, 'pln_month', 'membership');
    const { until: once = 0 } = dataOf(await amy.call('getMemberships', {}));
    await bought(cloud, amy, 'pln_month', 'membership');
    const { until: twice = 0 } = dataOf(await amy.call('getMemberships', {}));
    expect(once).toBeGreaterThan(before + 29 * DAY);
    expect(twice - once).toBe(30 * DAY);
  });

  it('E15: is owed to its months, not earned at once', async () => {
    expect(await balance(cloud, 'membershipPool')).toBe(-6000);
    expect(await balance(cloud, 'revenue:commission')).toBe(0);
  });

  it('its refund is never approved by itself, for nobody can say how much was used', async () => {
    const orderId = await bought(cloud, amy, 'pln_month', 'membership');
    const request = { requestId: freshRequest(), orderId, reason: '不需要了' };
    expect(dataOf(await amy.call('refund', request)).status).toBe('requested');
    expect(await kindsOf(cloud, orderId)).toEqual(['paid']);
  });

  it('a member may still buy a course to keep', async () => {
    expect(codeOf(await order(amy, 'crs_member'))).toBe('OK');
  });
});

describe('what the outbox does', () => {
  type Notice = { userId: string; title: string };

  it('tells the buyer once, counts the learner, and records what happened, however often it runs', async () => {
    const ben = await registered(cloud, 'oBen');
    const orderId = await bought(cloud, ben, 'crs_plain');
    await cloud.runTimer('deliverOutbox');
    await cloud.runTimer('deliverOutbox');
    const notices = (await cloud.documents<Notice>('notices')).filter(
      ({ title }) => title === '购买成功',
    );
    const orders = await cloud.documents<{ _id: string; userId: string; todo: string[] }>('orders');
    const mine = orders.find(({ _id }) => _id === orderId);
    expect(notices.filter(({ userId }) => userId === mine?.userId)).toHaveLength(1);
    expect(mine?.todo).toEqual([]);
    const courses = await cloud.documents<{ _id: string; learnerCount: number }>('courses');
    expect(courses.find(({ _id }) => _id === 'crs_plain')?.learnerCount).toBe(1);
    const events = await cloud.documents<{ name: string; subject: string }>('events');
    const about = events.filter(({ subject }) => subject === 'crs_plain');
    expect(about.map(({ name }) => name).sort()).toEqual(['order_create', 'order_paid']);
  });

  it('D3: timers refuse to be called by a phone', async () => {
    for (const name of ['deliverOutbox', 'closeUnpaidOrders', 'submitRefunds'] as const) {
      const answer = await amy
        .call(name, {})
        .then(codeOf)
        .catch(() => 'REFUSED BY THE PLATFORM');
      expect(['NOT_ALLOWED', 'REFUSED BY THE PLATFORM']).toContain(answer);
    }
  });
});

describe('the list of orders', () => {
  it('tells each order’s story in Chinese and what can be done now', async () => {
    const carl = await registered(cloud, 'oCarl');
    const paid = await bought(cloud, carl, 'crs_plain');
    const { orderId: open } = dataOf(await order(carl, 'crs_member'));
    const { items } = dataOf(await carl.call('getOrders', {}));
    expect(items.map(({ orderId }) => orderId)).toEqual([open, paid]);
    expect(items.map(({ actions }) => actions)).toEqual([
      ['pay', 'cancel'],
      ['study', 'refund'],
    ]);
    expect(items[1]?.timeline.map(({ text }) => text)).toEqual([
      '提交订单',
      '支付成功，内容已开通',
    ]);
  });
});
