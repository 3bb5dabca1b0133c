import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  bought,
  course,
  DAY,
  freshRequest,
  openShop,
  orderDocument,
  registered,
} from '../orders/stage';
import { adminOf, teacherOf } from '../teaching/studio';

let cloud: TestCloud;
let admin: Phone;
let amy: Phone;
beforeAll(async () => {
  cloud = await openShop(course('crs_terms', { teacherId: 'usr_someTeacher' }));
  admin = await adminOf(cloud);
  amy = await registered(cloud, 'oAmy');
});
afterAll(() => cloud.close());

const MONTH = { name: '月度会员', days: 30, price: 2900, perks: ['会员课程免费学'] };

const manage = (wish: object) => admin.call('manageShop', wish);
const offered = async () => dataOf(await amy.call('getMemberships', {})).plans;
const savedPlan = async (plan: object) => {
  const { plans } = dataOf(await manage({ action: 'savePlan', ...plan }));
  return plans.at(-1)?.planId ?? '';
};

describe('memberships on offer', () => {
  it('S10 F67: an admin offers one in a new shop, and a learner buys it and is a member', async () => {
    const planId = await savedPlan(MONTH);
    expect(await offered()).toEqual([{ planId, ...MONTH }]);
    await bought(cloud, amy, planId, 'membership');
    const { until = 0 } = dataOf(await amy.call('getMemberships', {}));
    expect(until).toBeGreaterThan(Date.now() + 29 * DAY);
  });

  it('X14: one whose price changed costs the new price; an order made before keeps the old', async () => {
    const [{ planId = '' } = {}] = await offered();
    const ben = await registered(cloud, 'oBen');
    const item = { kind: 'membership', id: planId };
    const before = dataOf(await ben.call('createOrder', { requestId: freshRequest(), item }));
    dataOf(await manage({ action: 'savePlan', planId, ...MONTH, price: 3900, days: 60 }));
    await cloud.pay(before.orderId);
    expect(await orderDocument(cloud, before.orderId)).toMatchObject({
      status: 'paid',
      payable: 2900,
      days: 30,
    });
    expect(await offered()).toMatchObject([{ planId, price: 3900, days: 60 }]);
  });

  it('F67: one that is taken off the shelf stays with whoever bought it', async () => {
    const [{ planId = '' } = {}] = await offered();
    dataOf(await manage({ action: 'removePlan', planId }));
    const { plans, until = 0 } = dataOf(await amy.call('getMemberships', {}));
    expect(plans).toEqual([]);
    expect(until).toBeGreaterThan(Date.now());
    const item = { kind: 'membership', id: planId };
    const late = await amy.call('createOrder', { requestId: freshRequest(), item });
    expect(codeOf(late)).toBe('MEMBERSHIP_NOT_ON_SALE');
    expect(codeOf(await manage({ action: 'removePlan', planId }))).toBe('NOT_FOUND');
  });

  it('are twelve at most', async () => {
    for (let count = 1; count <= 12; count += 1)
      await savedPlan({ ...MONTH, name: `会员${count}` });
    expect(codeOf(await manage({ action: 'savePlan', ...MONTH }))).toBe('TOO_MANY_PLANS');
  });

  it('takes 2 round trips to save one where the shop has no category', async () => {
    const [{ planId = '' } = {}] = await offered();
    const save = () => manage({ action: 'savePlan', planId, ...MONTH, name: '季度会员' });
    expect(await cloud.roundTrips(save)).toBe(2);
  });
});

describe('the rules of money', () => {
  const TERMS = {
    refundRule: { days: 14, maxPercent: 30, teacherLimit: 5000 },
    teacherShare: { course: 6000, membership: 5000 },
    affiliateShare: 1500,
  };

  it('are what a buyer reads before paying, and what the next order is made with', async () => {
    const saved = dataOf(await manage({ action: 'saveTerms', ...TERMS }));
    expect(saved).toMatchObject(TERMS);
    const { course: shown } = dataOf(await amy.call('getCourse', { courseId: 'crs_terms' }));
    expect(shown.refundRule).toBe('购买后 14 天内且学习进度不超过 30% 可申请退款');
    const { teacherShare } = await orderDocument(cloud, await bought(cloud, amy, 'crs_terms'));
    expect(teacherShare).toBe(6000);
  });

  it.each([
    ['more than all for the teacher', { teacherShare: { course: 10_001, membership: 0 } }],
    ['less than no days', { refundRule: { ...TERMS.refundRule, days: -1 } }],
    ['no share at all', { teacherShare: undefined }],
  ])('D8: refuse %s and stay as they are', async (_, wrong) => {
    const answer = await manage({ action: 'saveTerms', ...TERMS, ...wrong });
    expect(codeOf(answer)).toBe('INVALID_INPUT');
    expect(dataOf(await manage({ action: 'read' }))).toMatchObject(TERMS);
  });

  it('refuse shares that are more than the price together', async () => {
    const answer = await manage({ action: 'saveTerms', ...TERMS, affiliateShare: 4001 });
    expect(codeOf(answer)).toBe('SHARES_EXCEED_PRICE');
    expect(dataOf(await manage({ action: 'read' }))).toMatchObject(TERMS);
  });

  it('S15: are for admins alone', async () => {
    const teacher = await teacherOf(cloud, 'oTeacher');
    for (const phone of [teacher, amy]) {
      const answers = [
        await phone.call('manageShop', { action: 'saveTerms', ...TERMS }),
        await phone.call('manageShop', { action: 'savePlan', ...MONTH }),
      ];
      expect(answers.map(codeOf)).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
    }
  });
});
