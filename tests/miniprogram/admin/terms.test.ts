import { given, openPage, signedIn } from '../openPage';

const YEAR = {
  planId: 'pln_year',
  name: '年度会员',
  days: 365,
  price: 19_900,
  perks: ['会员课程免费学', '新课当天可学'],
};

const SHOP = {
  shopName: '知行小课',
  banners: [],
  recommended: [],
  categories: [],
  plans: [YEAR],
  refundRule: { days: 7, maxPercent: 20, teacherLimit: 20_000 },
  teacherShare: { course: 7000, membership: 6550 },
  affiliateShare: 1000,
};

const open = () =>
  openPage('packages/admin/pages/terms', {
    answers: {
      getMe: signedIn('admin'),
      manageShop: ({ action, ...plan }) =>
        given(
          action === 'savePlan' ? { ...SHOP, plans: [YEAR, { planId: 'pln_new', ...plan }] } : SHOP,
        ),
    },
  });

const changes = ({ asked }: Awaited<ReturnType<typeof open>>) =>
  asked
    .filter(({ name, data }) => name === 'manageShop' && data['action'] !== 'read')
    .map(({ data }) => data);

describe('memberships and rules (S10)', () => {
  it('shows what is on offer and the rules as they are, in yuan and percent', async () => {
    const page = await open();
    expect(page.text()).toContain('规则已保存');
    expect(page.part('#plans').data['plans']).toEqual([YEAR]);
    expect(page.data['form']).toEqual({
      days: '7',
      maxPercent: '20',
      teacherLimit: '200.00',
      course: '70',
      membership: '65.5',
      affiliate: '10',
    });
  });

  it('offers a new membership, once all of it is there', async () => {
    const page = await open();
    const plans = page.part('#plans');
    await plans.tap('.btn--small');
    await plans.fire('#name', 'input', { value: '季度会员' });
    await plans.fire('#days', 'input', { value: '90' });
    await plans.tap('.btn--primary');
    expect(changes(page)).toEqual([]);
    expect(plans.data['problem']).toBe('价格为 0.01 元到 100 万元');

    await plans.fire('#price', 'input', { value: '79' });
    await plans.fire('#perks', 'input', { value: '会员课程免费学\n\n 新课当天可学 ' });
    await plans.tap('.btn--primary');
    const perks = ['会员课程免费学', '新课当天可学'];
    const plan = { action: 'savePlan', name: '季度会员', days: 90, price: 7900, perks };
    expect(changes(page)).toEqual([plan]);
    expect(page.data['plans']).toHaveLength(2);
  });

  it('asks before it takes one off the shelf', async () => {
    const page = await open();
    const asked: string[] = [];
    Object.assign(page.wx, {
      showModal: ({ content, success }: { content: string; success(answer: object): void }) => {
        asked.push(content);
        success({ confirm: true });
      },
    });
    const plans = page.part('#plans');
    await plans.tap('.plan');
    await plans.tap('.plans__remove');
    expect(asked).toEqual([expect.stringContaining('已开通的会员不受影响')]);
    expect(changes(page)).toEqual([{ action: 'removePlan', planId: 'pln_year' }]);
  });

  it('saves rules in fen and basis points, and none that make no sense', async () => {
    const page = await open();
    await page.fire('#course-share', 'input', { value: '101' });
    await page.tap('.bottom-bar .btn--primary');
    expect(page.text()).toContain('课程分成为 0 到 100');
    expect(changes(page)).toEqual([]);

    await page.fire('#course-share', 'input', { value: '62.5' });
    await page.fire('#affiliate-share', 'input', { value: '37.51' });
    await page.tap('.bottom-bar .btn--primary');
    expect(page.text()).toContain('讲师分成与推广佣金合计不能超过 100%');
    expect(changes(page)).toEqual([]);

    await page.fire('#affiliate-share', 'input', { value: '37.5' });
    await page.fire('#days', 'input', { value: '14' });
    await page.fire('#teacher-limit', 'input', { value: '50' });
    await page.tap('.bottom-bar .btn--primary');
    expect(changes(page)).toEqual([
      {
        action: 'saveTerms',
        refundRule: { days: 14, maxPercent: 20, teacherLimit: 5000 },
        teacherShare: { course: 6250, membership: 6550 },
        affiliateShare: 3750,
      },
    ]);
    expect(page.told).toContain('已保存');
  });
});
