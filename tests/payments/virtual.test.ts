import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  course,
  freshRequest,
  kindsOf,
  MINUTE,
  openShop,
  order,
  orderDocument,
  registered,
  sourcesOf,
} from '../orders/stage';

let cloud: TestCloud;
let amy: Phone;

beforeAll(async () => {
  cloud = await openShop(
    course('crs_ios'),
    course('crs_lost'),
    course('crs_close'),
    course('crs_apple'),
    course('crs_back'),
    course('crs_code'),
    course('crs_cheap', { price: 99 }),
    course('crs_sale', { sale: { price: 6000, from: 1, to: 4_000_000_000_000 } }),
    course('crs_sunk', { sale: { price: 100, from: 1, to: 4_000_000_000_000 } }),
  );
  amy = await registered(cloud, 'oAmy');
});

afterAll(() => cloud.close());

const loginCode = async (openid: string) =>
  (await cloud.post<{ code: string }>('/_local/login', {}, { 'x-openid': openid })).code;

/** Orders on a phone and brings the order to WeChat's cashier, as `wx.requestVirtualPayment` does. */
const atTheCashier = async (courseId: string, platform: 'ios' | 'android' = 'ios') => {
  const code = await loginCode('oAmy');
  const ordered = dataOf(await order(amy, courseId, { platform, loginCode: code }));
  const presented = await cloud.post('/_local/virtual-payment', ordered.payment?.params, {
    'x-openid': 'oAmy',
  });
  return { orderId: ordered.orderId, presented };
};

describe('virtual payment', () => {
  it('F38: WeChat takes what the server signed, and the push of the payment opens the course', async () => {
    const { orderId, presented } = await atTheCashier('crs_ios');
    expect(presented).toEqual({ outTradeNo: orderId });
    await cloud.pay(orderId);
    expect((await orderDocument(cloud, orderId)).payTo?.provider).toBe('virtualPay');
    expect(await sourcesOf(cloud, 'oAmy', 'crs_ios')).toEqual({ [orderId]: 'granted' });
  });

  it.each([
    ['crs_sale', 6000],
    ['crs_sunk', 5120],
  ])(
    'F55: of a sale (%s) it takes the lower price, never under 40 %% of the published one',
    async (id, paid) => {
      const { orderId, presented } = await atTheCashier(id);
      expect(presented).toEqual({ outTradeNo: orderId });
      await cloud.pay(orderId);
      expect(await orderDocument(cloud, orderId)).toMatchObject({
        status: 'paid',
        listPrice: 12_800,
        paid: { amount: paid },
      });
    },
  );

  it('V5: a push that comes five times grants once', async () => {
    const { orderId } = await atTheCashier('crs_lost');
    await cloud.pay(orderId, { callbacks: 5 });
    expect(await kindsOf(cloud, orderId)).toEqual(['paid']);
  });

  it('an order that never saw the cashier is closed', async () => {
    const code = await loginCode('oAmy');
    const ordered = dataOf(await order(amy, 'crs_close', { platform: 'ios', loginCode: code }));
    const { orderId } = ordered;
    expect(dataOf(await amy.call('cancelOrder', { orderId }))).toEqual({ status: 'closed' });
  });

  it('V4: a refund that Apple decided closes the course', async () => {
    const { orderId } = await atTheCashier('crs_apple');
    await cloud.pay(orderId);
    await cloud.post(`/_local/pay/${orderId}/refund`, { by: 'apple', approve: true });
    await cloud.advance(MINUTE);
    expect((await orderDocument(cloud, orderId)).status).toBe('refunded');
    expect(await sourcesOf(cloud, 'oAmy', 'crs_apple')).toEqual({ [orderId]: 'revoked' });
    expect(await kindsOf(cloud, orderId)).toEqual(['externalRefund', 'paid']);
  });

  it('F42: a refund of ours goes back by the same way, where it is not Apple’s to decide', async () => {
    const { orderId } = await atTheCashier('crs_back', 'android');
    await cloud.pay(orderId);
    const asked = { requestId: freshRequest(), orderId, reason: '买错了' };
    dataOf(await amy.call('refund', asked));
    await cloud.advance(2 * MINUTE);
    expect((await orderDocument(cloud, orderId)).status).toBe('refunded');
    expect(await kindsOf(cloud, orderId)).toEqual(['paid', 'refundApproved', 'refundSucceeded']);
  });

  it('signs nothing for a login code that is somebody else’s, or missing', async () => {
    const code = await loginCode('oMallory');
    const foreign = await order(amy, 'crs_code', { platform: 'android', loginCode: code });
    expect(codeOf(foreign)).toBe('PAYMENT_PROVIDER_BUSY');
    expect(codeOf(await order(amy, 'crs_code', { platform: 'android' }))).toBe(
      'PAYMENT_PROVIDER_BUSY',
    );
  });

  it('F55: sells nothing under one yuan on iOS', async () => {
    const code = await loginCode('oAmy');
    const cheap = await order(amy, 'crs_cheap', { platform: 'ios', loginCode: code });
    expect(codeOf(cheap)).toBe('PAYMENT_UNAVAILABLE');
  });
});
