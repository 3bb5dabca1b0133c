import type { Refund } from '../../server/refunds/refund';
import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  course,
  freshRequest,
  HOUR,
  kindsOf,
  MINUTE,
  openShop,
  order,
  orderDocument,
  refundDocuments,
  registered,
  sourcesOf,
} from '../orders/stage';

let cloud: TestCloud;
let amy: Phone;
let ben: Phone;

beforeAll(async () => {
  cloud = await openShop(
    course('crs_asked'),
    course('crs_shown'),
    course('crs_moved'),
    course('crs_last', { seatCap: 1 }),
  );
  amy = await registered(cloud, 'oAmy');
  ben = await registered(cloud, 'oBen');
}, 120_000);
afterAll(() => cloud.close());

const signedIn = async ({ openid }: Phone) => {
  const phone = { 'x-openid': openid ?? '' };
  const { code } = await cloud.post<{ code: string }>('/_local/login', {}, phone);
  return { phone, loginCode: code };
};

/** An order brought to WeChat's cashier on a phone. */
const presented = async (who: Phone, courseId: string, platform = 'ios') => {
  const { phone, loginCode } = await signedIn(who);
  const made = dataOf(await order(who, courseId, { platform, loginCode }));
  await cloud.post('/_local/virtual-payment', made.payment?.params, phone);
  return made.orderId;
};

const paidOnIphone = async (courseId: string) => {
  const orderId = await presented(amy, courseId);
  await cloud.pay(orderId);
  return orderId;
};

const askShop = (orderId: string) =>
  amy.call('refund', { requestId: freshRequest(), orderId, reason: '不合适' });
const appleRefunds = async (orderId: string) => {
  await cloud.post(`/_local/pay/${orderId}/refund`, { by: 'apple', approve: true });
  await cloud.advance(MINUTE);
};
const refundsOf = async (orderId: string): Promise<Refund[]> =>
  (await refundDocuments(cloud)).filter((refund) => refund.orderId === orderId);

describe('F44 V4: what was paid on an iPhone', () => {
  it('is not refunded by the shop: the buyer is told to ask Apple, and nothing is set in motion', async () => {
    const orderId = await paidOnIphone('crs_asked');
    let answer;
    const trips = await cloud.roundTrips(async () => {
      answer = await askShop(orderId);
    });
    expect(answer).toMatchObject({
      ok: false,
      code: 'REFUND_BY_APPLE',
      message: expect.stringContaining('苹果'),
    });
    expect(trips).toBeLessThanOrEqual(6);
    expect(await refundsOf(orderId)).toEqual([]);
    expect(await orderDocument(cloud, orderId)).toMatchObject({ status: 'paid', reserved: 0 });
  });

  it('is refunded by Apple all the same, which closes the course', async () => {
    const orderId = await paidOnIphone('crs_shown');
    expect(dataOf(await amy.call('getOrders', { orderId })).items).toMatchObject([
      { refundBy: 'apple' },
    ]);
    await appleRefunds(orderId);
    expect((await orderDocument(cloud, orderId)).status).toBe('refunded');
    expect(await sourcesOf(cloud, 'oAmy', 'crs_shown')).toEqual({ [orderId]: 'revoked' });
    expect(await kindsOf(cloud, orderId)).toEqual(['externalRefund', 'paid']);
  });

  it('counts where it was last brought to the cashier, not where it was begun', async () => {
    const orderId = await presented(amy, 'crs_moved');
    const { loginCode } = await signedIn(amy);
    const resumed = { orderId, platform: 'android', loginCode } as const;
    dataOf(await amy.call('resumePayment', resumed));
    await cloud.pay(orderId);
    dataOf(await askShop(orderId));
  });

  it('and opened nothing: a person sees to it, and Apple’s refund settles it once, however often it is told', async () => {
    const late = await presented(amy, 'crs_last');
    await cloud.advance(HOUR);
    await cloud.runTimer('closeUnpaidOrders');
    const taken = await presented(ben, 'crs_last');
    await cloud.pay(taken);
    await cloud.pay(late);
    await cloud.advance(5 * MINUTE);
    await cloud.runTimer('submitRefunds');
    expect(await refundsOf(late)).toMatchObject([{ origin: 'sendBack', status: 'abnormal' }]);
    expect(await cloud.documents('differences')).toContainEqual(
      expect.objectContaining({ orderId: late, detail: expect.stringContaining('向苹果申请') }),
    );
    await appleRefunds(late);
    await cloud.post(`/_local/pay/${late}`, { action: 'repeat', callbacks: 2 });
    expect(await refundsOf(late)).toMatchObject([{ status: 'succeeded' }]);
    expect((await orderDocument(cloud, late)).status).toBe('autoRefunded');
    const open = await cloud.documents<{ orderId: string; status: string }>('differences');
    expect(open.filter(({ orderId, status }) => orderId === late && status === 'open')).toEqual([]);
  }, 120_000);

  it('leaves nothing wrong in the books', async () => {
    expect(await cloud.audit()).toEqual([]);
  });

  it('nobody is stopped elsewhere', async () => {
    expect(codeOf(await askShop('ord_none'))).not.toBe('REFUND_BY_APPLE');
  });
});
