import { given, lost, openPage, type Answers } from '../openPage';

const order = {
  orderId: 'ord_one',
  item: { kind: 'course', id: 'crs_light', title: '手机摄影' },
  payable: 6800,
};

const open = (confirmPayment: () => unknown) => {
  const answers: Answers = { confirmPayment, getOrders: () => given({ items: [order] }) };
  return openPage('packages/buying/pages/result', { query: { orderId: 'ord_one' }, answers });
};

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('what became of a payment (S22)', () => {
  it('says it is paid once the server has made sure, within a second', async () => {
    const page = await open(() => given({ status: 'paid' }));
    await soon(50);
    expect(page.text()).toContain('支付成功');
    expect(page.text()).toContain('去学习');
    expect(page.text()).toMatch(/手机摄影.*实付.*68/);
  });

  it('believes nothing before: it goes on asking while the order is pending', async () => {
    let asked = 0;
    const page = await open(() => given({ status: (asked += 1) > 1 ? 'paid' : 'pending' }));
    await soon(50);
    expect(page.text()).toContain('正在确认支付结果');
    await soon(600);
    expect(page.text()).toContain('支付成功');
  });

  it('S8: explains a lost network, and goes on when it is back', async () => {
    let online = false;
    const page = await open(() => (online ? given({ status: 'paid' }) : lost()));
    await soon(50);
    expect(page.text()).toContain('网络断开了');
    expect(page.text()).toContain('不会重复扣款');
    online = true;
    await soon(600);
    expect(page.text()).toContain('支付成功');
  });

  it('tells of money that came too late', async () => {
    const page = await open(() => given({ status: 'autoRefunding' }));
    await soon(50);
    expect(page.text()).toContain('款项将原路退回');
  });
});
