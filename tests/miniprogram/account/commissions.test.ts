import { given, openPage, signedIn } from '../openPage';

const balances = {
  view: 'balances',
  pending: 880,
  available: 0,
  receivable: 0,
  inTransit: 0,
  payees: ['bank'],
  leastPayout: 1000,
  affiliateShare: 1000,
};

const commission = {
  orderId: 'ord_two',
  title: '夜景人像',
  paidAt: 0,
  paid: 8800,
  share: 880,
  returned: 0,
  maturesAt: 86_400_000,
};

const pagesOf: Record<string, unknown> = {
  read: balances,
  commissions: { view: 'commissions', items: [commission] },
  statement: { view: 'statement', items: [] },
};

describe('the earnings of a learner who shares courses', () => {
  it('are what friends bought by their links, and no sales of their own', async () => {
    const page = await openPage('packages/account/pages/earnings', {
      answers: {
        getMe: signedIn('learner'),
        getEarnings: ({ action }) => given(pagesOf[String(action)]),
      },
    });
    const facts = ['夜景人像', '好友', '实付 ¥88.00', '佣金', '¥8.80', '待结算', '推广佣金'];
    for (const words of facts) expect(page.text()).toContain(words);
    expect(page.text()).toContain('您得到课程实付金额的 10%');
    expect(page.text()).not.toContain('课程收入');
    expect(page.asked.map(({ data }) => data['action'])).not.toContain('sales');

    await page.fire('#tabs', 'change', { value: 'statement' });
    expect(page.text()).toContain('还没有资金变动');
  });
});
