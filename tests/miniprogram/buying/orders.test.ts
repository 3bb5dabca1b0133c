import { given, openPage, type Answers } from '../openPage';

const order = (orderId: string, status: string, actions: string[]) => ({
  orderId,
  status,
  item: { kind: 'course', id: 'crs_light', title: `课程 ${orderId}` },
  listPrice: 6800,
  payable: 6800,
  refunded: 0,
  createdAt: 0,
  expiresAt: Date.now() + 600_000,
  actions,
  refunds: [],
  timeline: [],
});

const waiting = order('ord_waiting', 'pending', ['pay', 'cancel']);
const paid = order('ord_paid', 'paid', ['study']);

const open = async (more: Answers = {}) => {
  const answers: Answers = {
    getOrders: ({ cursor }) =>
      given(cursor ? { items: [waiting] } : { items: [paid], next: '1.ord_paid' }),
    cancelOrder: () => given({ status: 'closed' }),
    ...more,
  };
  const page = await openPage('packages/buying/pages/orders', {
    query: { tab: 'pending' },
    answers,
  });
  const named = (name: string) => page.asked.filter((each) => each.name === name);
  return { page, named };
};

const show = async (opened: Awaited<ReturnType<typeof open>>) => {
  await opened.page.tap('.tab', 1);
  return opened;
};

describe('the list of orders (S21, S24)', () => {
  it('looks through the parts until the tab has something to show', async () => {
    const { page, named } = await show(await open());
    expect(named('getOrders').map(({ data }) => data['cursor'])).toEqual([undefined, '1.ord_paid']);
    expect(page.text()).toContain('课程 ord_waiting');
    expect(page.text()).not.toContain('课程 ord_paid');
  });

  it('offers exactly what the server allows, and how long there is', async () => {
    const { page } = await show(await open());
    expect(page.text()).toContain('去支付');
    expect(page.text()).toContain('取消订单');
    expect(page.text()).not.toContain('申请退款');
    expect(page.text()).toMatch(/待支付\s*(09:5\d|10:00)/);
  });

  it('cancels through the server and reads the list anew', async () => {
    const { page, named } = await show(await open());
    const before = named('getOrders').length;
    await page.tap('.btn--small', 1);
    expect(named('cancelOrder').map(({ data }) => data)).toEqual([{ orderId: 'ord_waiting' }]);
    expect(named('getOrders').length).toBeGreaterThan(before);
    expect(page.told).toContain('订单已取消');
  });

  it('says so when the money was already there', async () => {
    const { page } = await show(await open({ cancelOrder: () => given({ status: 'paid' }) }));
    await page.tap('.btn--small', 1);
    expect(page.told).toContain('这笔订单已经付款成功');
  });
});
