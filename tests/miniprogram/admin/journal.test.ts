import { given, lost, openPage, signedIn, type Answers } from '../openPage';

const entry = {
  entryId: 'jrn_one',
  kind: 'paid',
  name: '买家付款',
  orderId: 'ord_one',
  at: 0,
  lines: [
    { account: 'psp:cloudPay', name: '微信支付待结算', fen: 19_900 },
    { account: 'earner:usr_one:pending', name: '待到期收益', fen: -13_930 },
    { account: 'revenue:commission', name: '平台分成收入', fen: -5_970 },
  ],
};

const open = (query: Record<string, string>, manageMoney: Answers[string]) =>
  openPage('packages/admin/pages/journal', {
    query,
    answers: { getMe: signedIn('admin'), manageMoney },
  });

const found = () => given({ view: 'journal', items: [entry] });

describe('the journal', () => {
  it('opens an entry to its sides in yuan, which come to nothing', async () => {
    const page = await open({}, found);
    expect(page.text()).toContain('¥199.00');
    expect(page.text()).not.toContain('¥139.30');

    await page.part('.entries__entry').tap('.journal__head');
    expect(page.text()).toMatch(/贷\s*待到期收益\s*¥139.30/);
    expect(page.text()).toMatch(/借贷相抵\s*¥0.00 平衡/);
    expect(page.text()).toContain('订单 ord_one');
  });

  it('E15: opens a month of a membership to the minutes and the part of each teacher', async () => {
    const parts = [
      { teacherId: 'usr_lin', nickname: '林老师', minutes: 10, fen: 233 },
      { teacherId: 'usr_wu', nickname: '吴老师', minutes: 20, fen: 466 },
    ];
    const division = { from: 0, until: 86_400_000, parts, platform: 301 };
    const earned = { ...entry, kind: 'membershipEarned', name: '会员收入确认', division };
    const page = await open({}, () => given({ view: 'journal', items: [earned] }));
    await page.part('.entries__entry').tap('.journal__head');
    expect(page.text()).toMatch(/林老师\s*10 分钟\s*¥2.33/);
    expect(page.text()).toMatch(/吴老师\s*20 分钟\s*¥4.66/);
    expect(page.text()).toMatch(/平台\s*¥3.01/);
  });

  it('asks for the account it was opened with, and for the kind that is chosen', async () => {
    const page = await open({ account: 'psp%3AcloudPay', accountName: '%E5%BE%AE' }, found);
    await page.fire('#kinds', 'change', { value: 'paid' });
    expect(page.asked.at(-1)?.data).toEqual({
      action: 'journal',
      kind: 'paid',
      account: 'psp:cloudPay',
    });
  });

  it('S8: says so when the network is away, and tries again', async () => {
    let away = true;
    const page = await open({}, () => (away ? lost() : found()));
    expect(page.text()).toContain('网络不太顺畅');
    away = false;
    await page.fire('#state', 'retry');
    expect(page.text()).toContain('买家付款');
  });
});
