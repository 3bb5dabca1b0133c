import { given, openPage, signedIn } from '../openPage';

const mismatch = {
  differenceId: 'dif_one',
  kind: 'mismatch',
  status: 'open',
  provider: 'cloudPay',
  orderId: 'ord_one',
  suspense: 9_900,
  detail: '实付 ¥99.00，订单应付 ¥199.00',
  foundAt: 0,
  remedies: ['acceptPayment', 'sendBackPayment', 'settledOutside'],
};

const open = () =>
  openPage('packages/admin/pages/differences', {
    answers: {
      getMe: signedIn('admin'),
      manageMoney: ({ action }) =>
        action === 'differences'
          ? given({ view: 'differences', items: [mismatch] })
          : given({ view: 'proposal', proposal: {} }),
    },
  });

const proposed = (page: Awaited<ReturnType<typeof open>>) =>
  page.asked
    .filter(({ data }) => data['action'] === 'propose')
    .map(({ data: { proposal, reason } }) => ({ proposal, reason }));

const propose = async (page: Awaited<ReturnType<typeof open>>, kind: string) => {
  await page.fire('.list__item', 'propose', {
    draft: { kind, differenceId: 'dif_one' },
    about: mismatch.detail,
  });
};

describe('differences (INV21)', () => {
  it('say in plain words what is wrong, what is set aside and what can be done', async () => {
    const page = await open();
    expect(page.text()).toContain('实付 ¥99.00，订单应付 ¥199.00');
    expect(page.text()).toContain('暂挂 ¥99.00');
    expect(page.text()).toContain('原路退回付款');
  });

  it('are proposed about with a reason, and the admin is told that a second one decides', async () => {
    const page = await open();
    await propose(page, 'sendBackPayment');
    expect(page.text()).toContain('另一位管理员复核');

    const sheet = page.part('#proposal').part('#reason');
    await sheet.tap('.btn--block');
    expect(proposed(page)).toEqual([]);

    await sheet.fire('.field__area', 'input', { value: '金额不符，学员要求退回' });
    await sheet.tap('.btn--block');
    expect(proposed(page)).toEqual([
      {
        proposal: { kind: 'sendBackPayment', differenceId: 'dif_one' },
        reason: '金额不符，学员要求退回',
      },
    ]);
    expect(page.told).toContain('已提交，等待另一位管理员复核');
  });

  it('settled elsewhere need what was done there', async () => {
    const page = await open();
    await propose(page, 'settledOutside');
    const sheet = page.part('#proposal').part('#reason');
    await sheet.fire('.field__area', 'input', { value: '商户平台已退款' });
    await sheet.tap('.btn--block');
    expect(proposed(page)).toEqual([]);
    expect(page.told).toContain('请写明在支付平台做了什么');
  });
});
