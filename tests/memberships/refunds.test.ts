import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  bought,
  change,
  course,
  DAY,
  freshRequest,
  MINUTE,
  openShop,
  orderDocument,
  registered,
} from '../orders/stage';
import { ADMIN, quoteOf } from '../offers/stage';

const plan = { planId: 'pln_month', name: '月度会员', days: 30, price: 3000, perks: [] };

let cloud: TestCloud;
let admin: Phone;

beforeAll(async () => {
  cloud = await openShop(
    course('crs_free', { memberFree: true }),
    course('crs_cheaper', { memberPrice: 8000 }),
  );
  await change(cloud, { collection: 'settings', id: 'shop' }, { plans: [plan] });
  admin = await registered(cloud, ADMIN);
});
afterAll(() => cloud.close());

const until = async (phone: Phone) => dataOf(await phone.call('getMemberships', {})).until;

/** Asks for money back and has an admin agree; the timer does the rest. */
const refunded = async (phone: Phone, orderId: string, amount?: number) => {
  const ask = { requestId: freshRequest(), orderId, reason: '不需要了', ...(amount && { amount }) };
  const { refundId } = dataOf(await phone.call('refund', ask));
  const decision = { refundId, decision: 'approve' };
  expect(codeOf(await admin.call('reviewRefund', decision))).toBe('OK');
  await cloud.advance(5 * MINUTE);
};

describe('F67: refunding a membership', () => {
  it('the middle one of three moves the last one forward by its days, exactly', async () => {
    const amy = await registered(cloud, 'oThreeAmy');
    const [, middle = ''] = [
      await bought(cloud, amy, 'pln_month', 'membership'),
      await bought(cloud, amy, 'pln_month', 'membership'),
      await bought(cloud, amy, 'pln_month', 'membership'),
    ];
    const before = (await until(amy)) ?? 0;
    await refunded(amy, middle);
    expect((await orderDocument(cloud, middle)).status).toBe('refunded');
    expect(before - ((await until(amy)) ?? 0)).toBe(30 * DAY);
  });

  it('in part gives money back and takes no day away; the rest ends it', async () => {
    const amy = await registered(cloud, 'oPartAmy');
    const orderId = await bought(cloud, amy, 'pln_month', 'membership');
    const before = await until(amy);
    await refunded(amy, orderId, 1000);
    expect((await orderDocument(cloud, orderId)).status).toBe('partiallyRefunded');
    expect(await until(amy)).toBe(before);
    await refunded(amy, orderId);
    expect(await until(amy)).toBeUndefined();
  });

  it('F66: ends the member’s price with the membership', async () => {
    const amy = await registered(cloud, 'oPriceAmy');
    const orderId = await bought(cloud, amy, 'pln_month', 'membership');
    expect((await quoteOf(amy, 'crs_cheaper')).payable).toBe(8000);
    await refunded(amy, orderId);
    expect((await quoteOf(amy, 'crs_cheaper')).payable).toBe(12_800);
  });
});
