import type { Opinion } from '../../server/refunds/appleEnquiry';
import { dataOf, type Phone, type TestCloud } from '../cloud';
import { course, DAY, openShop, order, registered } from '../orders/stage';

let cloud: TestCloud;
let amy: Phone;

beforeAll(async () => {
  cloud = await openShop(course('crs_soon'), course('crs_late'), course('crs_gone'));
  amy = await registered(cloud, 'oAmy');
});

afterAll(() => cloud.close());

/** An order that was paid on an iPhone. */
const paidOnIphone = async (courseId: string): Promise<string> => {
  const phone = { 'x-openid': 'oAmy' };
  const { code } = await cloud.post<{ code: string }>('/_local/login', {}, phone);
  const made = await order(amy, courseId, { platform: 'ios', loginCode: code });
  const { orderId, payment } = dataOf(made);
  await cloud.post('/_local/virtual-payment', payment?.params, phone);
  await cloud.pay(orderId);
  return orderId;
};

/** What Apple was told; it decides nothing yet. */
const enquiry = (orderId: string, approve = false) =>
  cloud.post<{ answers: Opinion[] }>(`/_local/pay/${orderId}/refund`, { by: 'apple', approve });

describe('F44 V4: Apple asks what we think of a refund', () => {
  it('is answered at the first asking from stored facts: within the rule it is fine with us', async () => {
    const orderId = await paidOnIphone('crs_soon');
    let answers: Opinion[] = [];
    const began = performance.now();
    const trips = await cloud.roundTrips(async () => {
      ({ answers } = await enquiry(orderId));
    });
    expect(performance.now() - began).toBeLessThan(3000);
    expect(answers).toMatchObject([{ result_code: 0, result_info: '建议退款' }]);
    expect(answers[0]?.evidence).toBe(
      '付款后第 0 天，课程已开通，已学 0%，打开过 0 课，符合店内退款规则',
    );
    expect(trips).toBe(2);
  });

  it('is refused beyond the rule, with the facts', async () => {
    const orderId = await paidOnIphone('crs_late');
    await cloud.advance(8 * DAY);
    const { answers } = await enquiry(orderId);
    expect(answers).toMatchObject([{ result_code: 1, result_info: '拒绝退款' }]);
    expect(answers[0]?.evidence).toContain('付款后第 8 天');
  });

  it('what was refunded already is fine with us', async () => {
    const orderId = await paidOnIphone('crs_gone');
    await enquiry(orderId, true);
    await cloud.advance(5000);
    const { answers } = await enquiry(orderId);
    expect(answers).toMatchObject([
      { result_code: 0, evidence: '订单没有有效的付款，或款项已在退回' },
    ]);
  });
});
