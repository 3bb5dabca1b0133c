import { given, openPage, refused, signedIn, type Answers } from '../openPage';

const balances = {
  view: 'balances',
  pending: 6800,
  available: 50_000,
  receivable: 0,
  inTransit: 0,
  payee: {
    method: 'bank',
    realName: '苏*晴',
    bankName: '招商银行',
    account: '•••• 1234',
    usableFrom: 0,
  },
  payees: ['bank'],
  leastPayout: 1000,
  affiliateShare: 1000,
};

const sale = {
  orderId: 'ord_one',
  title: '手机摄影',
  buyer: '小*林',
  paidAt: 0,
  paid: 6800,
  share: 4760,
  returned: 760,
  maturesAt: 86_400_000,
};

const waiting = {
  payoutId: 'pay_one',
  amount: 20_000,
  method: 'merchantTransfer',
  status: 'waitingForEarner',
  askedAt: 0,
  confirmation: { mchId: '1900', appId: 'wx1', package: 'pkg' },
  timeline: [],
};

const pagesOf: Record<string, unknown> = {
  read: balances,
  sales: { view: 'sales', items: [sale] },
  statement: { view: 'statement', items: [] },
  payouts: { view: 'payouts', items: [waiting] },
  requestPayout: { view: 'payout', payout: waiting },
};

const open = (answer: Answers[string] = ({ action }) => given(pagesOf[String(action)])) =>
  openPage('packages/account/pages/earnings', {
    answers: { getMe: signedIn('teacher'), getEarnings: answer },
  });

const asked = (page: Awaited<ReturnType<typeof open>>, action: string) =>
  page.asked.filter(({ data }) => data['action'] === action).map(({ data }) => data);

describe('the earnings of a teacher', () => {
  it('W22: one who is paid by 分账 sees what orders still hold, and each order of a payout', async () => {
    const sharing = { method: 'sharing', realName: '苏*晴', usableFrom: 0 };
    const shared = {
      ...waiting,
      method: 'profitSharing',
      status: 'done',
      arrived: 3000,
      confirmation: undefined,
      shares: [
        { orderId: 'ord_good', amount: 3000, outcome: 'done' },
        { orderId: 'ord_bad', amount: 1000, outcome: 'failed', reason: '账户异常' },
      ],
    };
    const page = await open(({ action }) =>
      given(
        action === 'read'
          ? { ...balances, payee: sharing, shareable: 20_400 }
          : action === 'payouts'
            ? { view: 'payouts', items: [shared] }
            : pagesOf[String(action)],
      ),
    );
    expect(page.text()).toContain('其中可分账 ¥204.00');
    await page.fire('#tabs', 'change', { value: 'payouts' });
    for (const words of ['微信零钱（分账）', 'ord_good ¥30.00 已到账', 'ord_bad ¥10.00 账户异常'])
      expect(page.text()).toContain(words);
  });

  it('shows each sale with what was paid, the share, and what a refund took of it', async () => {
    const page = await open();
    for (const words of ['手机摄影', '实付 ¥68.00', '¥47.60', '−¥7.60', '¥40.00', '待结算'])
      expect(page.text()).toContain(words);
    expect(page.text()).toContain('招商银行 尾号 1234');
  });

  it('asks for one payout of the amount typed, in fen, however often it is sent', async () => {
    const page = await open(({ action }) =>
      action === 'requestPayout'
        ? refused('PAYEE_TOO_NEW', '收款方式设置满 48 小时后才能提现')
        : given(pagesOf[String(action)]),
    );
    await page.tap('.purse__ask');
    await page.part('#payout').fire('#amount', 'input', { value: '123.4', amount: 12_340 });
    await page.part('#payout').tap('.btn--primary');
    await page.part('#payout').tap('.btn--primary');
    const [first, second] = asked(page, 'requestPayout');
    expect(first).toMatchObject({ amount: 12_340 });
    expect(second?.['requestId']).toBe(first?.['requestId']);
    expect(page.told).toContain('收款方式设置满 48 小时后才能提现');
  });

  it.each([
    [9.99, '每次至少提现 ¥10.00'],
    [500.01, '最多可提现 ¥500.00'],
  ])('asks nothing for %d yuan, and says why', async (yuan, why) => {
    const page = await open();
    await page.tap('.purse__ask');
    const typed = { value: String(yuan), amount: Math.round(yuan * 100) };
    await page.part('#payout').fire('#amount', 'input', typed);
    await page.part('#payout').tap('.btn--primary');
    expect(asked(page, 'requestPayout')).toEqual([]);
    expect(page.text()).toContain(why);
  });

  it('hands over the money on WeChat’s page where the teacher must accept it, then asks how it stands', async () => {
    const page = await open();
    const shown: object[] = [];
    page.wx['requestMerchantTransfer'] = ({ complete, ...given }: { complete(): void }) => {
      shown.push(given);
      complete();
    };
    await page.fire('#tabs', 'change', { value: 'payouts' });
    const before = asked(page, 'payouts').length;
    await page.tap('.line__accept');
    expect(shown).toEqual([waiting.confirmation]);
    expect(asked(page, 'payouts').length).toBe(before + 1);
  });
});
