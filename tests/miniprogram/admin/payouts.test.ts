import { given, openPage, signedIn } from '../openPage';

const payout = (payoutId: string, status: string, actions: string[]) => ({
  payoutId,
  amount: 10_000,
  method: 'manualBank',
  status,
  askedAt: 0,
  timeline: [],
  earner: { userId: 'usr_teacher', nickname: '陈老师' },
  payee: { realName: '陈晨', bankName: '招商银行', account: '6225000011112222' },
  madeBy: { userId: 'usr_me', nickname: '我自己' },
  alone: false,
  actions,
});

const open = (row: ReturnType<typeof payout>) =>
  openPage('packages/admin/pages/payouts', {
    answers: {
      getMe: signedIn('admin', { userId: 'usr_me' }),
      manageMoney: ({ action }) =>
        action === 'payouts'
          ? given({ view: 'payouts', items: [row] })
          : given({ view: 'payout', payout: row }),
    },
  });

describe('payouts to earners (INV13, INV28)', () => {
  it('are confirmed only with the reference of the bank', async () => {
    const page = await open(payout('pay_one', 'approved', ['confirm', 'giveUp']));
    await page.tap('.payout__foot .btn', 1);

    await page.part('#deed').tap('.btn--block');
    await page.part('#deed').fire('.field__area', 'input', { value: 'CMB20261123' });
    await page.part('#deed').tap('.btn--block');

    expect(page.asked.filter(({ data }) => data['action'] === 'confirmPayout')).toEqual([
      {
        name: 'manageMoney',
        data: { action: 'confirmPayout', payoutId: 'pay_one', reference: 'CMB20261123' },
      },
    ]);
  });

  it('say to the admin who proposed one why another decides', async () => {
    const page = await open(payout('pay_one', 'reserved', ['reject']));
    expect(page.text()).toContain('须另一位管理员审核');
    expect(page.text()).not.toContain('同意');
  });
});
