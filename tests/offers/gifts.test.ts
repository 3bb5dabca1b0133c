import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  course,
  DAY,
  freshRequest,
  MINUTE,
  openShop,
  order,
  orderDocument,
  refundDocuments,
  registered,
  sourcesOf,
} from '../orders/stage';
import { orderWith } from './stage';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openShop(course('crs_gift'), course('crs_own'), course('crs_once'));
});
afterAll(() => cloud.close());

let people = 0;
const someone = () => registered(cloud, `oGift${(people += 1)}`);

const rowOf = async (phone: Phone, orderId: string) => {
  const [row] = dataOf(await phone.call('getOrders', { orderId })).items;
  if (!row) throw new Error('no such order');
  return row;
};

/** A gift that is paid, with the code its giver sees. */
const given = async (giver: Phone, courseId = 'crs_gift') => {
  const { orderId } = dataOf(await orderWith(giver, courseId, { gift: true }));
  await cloud.pay(orderId);
  const { gift } = await rowOf(giver, orderId);
  return { orderId, code: gift?.code ?? '' };
};

const redeem = (phone: Phone, code: string) => phone.call('redeem', { code });
const refund = (phone: Phone, orderId: string, more: object = {}) =>
  phone.call('refund', { requestId: freshRequest(), orderId, reason: '不送了', ...more });

describe('F49: a gift', () => {
  it('opens nothing to its giver, who gets a code to hand on', async () => {
    const giver = await someone();
    const { orderId, code } = await given(giver);
    expect(code).toMatch(/^([2-9b-z]{4}-){4}[2-9b-z]{4}$/);
    expect(await sourcesOf(cloud, giver.openid ?? '', 'crs_gift')).toEqual({});
    const row = await rowOf(giver, orderId);
    expect([row.gift?.state, row.actions]).toEqual(['waiting', ['refund']]);
    expect(row.timeline.map(({ text }) => text)).toContain('支付成功，礼物等待领取');
    expect(JSON.stringify(await cloud.documents('orders'))).not.toContain(code);
  });

  it('belongs to whoever brings the code first, once, however it is typed', async () => {
    const [giver, friend, other] = [await someone(), await someone(), await someone()];
    const { orderId, code } = await given(giver);
    const typed = ` ${code.toUpperCase().replaceAll('-', ' ')} `;
    expect(dataOf(await redeem(friend, typed))).toMatchObject({
      kind: 'gift',
      item: { id: 'crs_gift' },
    });
    expect(codeOf(await redeem(friend, code))).toBe('OK');
    expect(codeOf(await redeem(other, code))).toBe('CODE_NOT_USABLE');
    expect(await sourcesOf(cloud, friend.openid ?? '', 'crs_gift')).toEqual({
      [orderId]: 'granted',
    });
    expect((await rowOf(giver, orderId)).gift).toMatchObject({ state: 'claimed' });
    expect((await rowOf(giver, orderId)).gift?.code).toBeUndefined();
  });

  it('X11: goes to one of two friends at the same moment', async () => {
    const [giver, ...friends] = await Promise.all(Array.from({ length: 5 }, someone));
    if (!giver) throw new Error('nobody gives');
    const { code } = await given(giver);
    const codes = (await Promise.all(friends.map((friend) => redeem(friend, code)))).map(codeOf);
    expect(codes.filter((each) => each === 'OK')).toHaveLength(1);
  });

  it('is for somebody else, and not for who owns the course already', async () => {
    const [giver, owner] = [await someone(), await someone()];
    const { orderId } = dataOf(await order(owner, 'crs_own'));
    await cloud.pay(orderId);
    const { code } = await given(giver, 'crs_own');
    expect(codeOf(await redeem(giver, code))).toBe('GIFT_IS_YOURS');
    expect(codeOf(await redeem(owner, code))).toBe('COURSE_ALREADY_OWNED');
    expect(codeOf(await redeem(await someone(), code))).toBe('OK');
  });

  it('may be of a course its giver owns, beside an open order of their own', async () => {
    const giver = await someone();
    const own = dataOf(await order(giver, 'crs_once')).orderId;
    const gift = dataOf(await orderWith(giver, 'crs_once', { gift: true })).orderId;
    expect(gift).not.toBe(own);
    const again = dataOf(await orderWith(giver, 'crs_once', { gift: true })).orderId;
    expect(again).toBe(gift);
    await cloud.pay(own);
    await cloud.pay(gift);
    expect((await orderDocument(cloud, gift)).status).toBe('paid');
  });

  it('refunded unclaimed is nobody’s any more from that very moment', async () => {
    const [giver, friend] = [await someone(), await someone()];
    const { orderId, code } = await given(giver);
    expect(dataOf(await refund(giver, orderId)).status).not.toBe('requested');
    expect(codeOf(await redeem(friend, code))).toBe('CODE_NOT_USABLE');
    expect((await rowOf(giver, orderId)).gift?.state).toBe('returned');
    expect(await sourcesOf(cloud, friend.openid ?? '', 'crs_gift')).toEqual({});
  });

  it('is either claimed or refunded, never both', async () => {
    const [giver, friend] = [await someone(), await someone()];
    const { orderId, code } = await given(giver);
    await Promise.all([redeem(friend, code), refund(giver, orderId)]);
    await cloud.advance(5 * MINUTE);
    const states = Object.values(await sourcesOf(cloud, friend.openid ?? '', 'crs_gift'));
    expect(states.includes('granted')).toBe(false);
    expect((await orderDocument(cloud, orderId)).status).toBe('refunded');
  });

  it('F43: refunded after it was claimed closes the course to who claimed it', async () => {
    const [giver, friend] = [await someone(), await someone()];
    const { orderId, code } = await given(giver);
    dataOf(await redeem(friend, code));
    dataOf(await refund(giver, orderId));
    await cloud.advance(5 * MINUTE);
    expect((await orderDocument(cloud, orderId)).status).toBe('refunded');
    expect(await sourcesOf(cloud, friend.openid ?? '', 'crs_gift')).toEqual({
      [orderId]: 'revoked',
    });
  });

  it('X11: who claimed a gift and then pays an order of their own gets that money back', async () => {
    const [giver, friend] = [await someone(), await someone()];
    const { orderId: own } = dataOf(await order(friend, 'crs_gift'));
    const { code } = await given(giver);
    dataOf(await redeem(friend, code));
    await cloud.pay(own);
    expect((await orderDocument(cloud, own)).status).toBe('autoRefunding');
  });

  it('takes at most 14 round trips to be claimed, four of them to begin counting wrong codes', async () => {
    const [giver, friend] = [await someone(), await someone()];
    const { code } = await given(giver);
    expect(await cloud.roundTrips(() => redeem(friend, code))).toBeLessThanOrEqual(14);
  });

  it('nobody claims in 30 days goes back by itself, once, and the code is dead', async () => {
    const [giver, friend] = [await someone(), await someone()];
    const { orderId, code } = await given(giver);
    const claimed = await given(giver, 'crs_own');
    dataOf(await redeem(friend, claimed.code));
    await cloud.advance(30 * DAY + 5 * MINUTE);
    await cloud.runTimer('closeUnpaidOrders');
    await cloud.runTimer('closeUnpaidOrders');
    await cloud.runTimer('submitRefunds');
    await cloud.advance(5 * MINUTE);
    expect((await orderDocument(cloud, orderId)).status).toBe('refunded');
    const refunds = (await refundDocuments(cloud)).filter((each) => each.orderId === orderId);
    expect(refunds.map(({ amount, status }) => [amount, status])).toEqual([[12_800, 'succeeded']]);
    expect(codeOf(await redeem(friend, code))).toBe('CODE_NOT_USABLE');
    expect((await orderDocument(cloud, claimed.orderId)).status).toBe('paid');
  });
});

it('leaves nothing wrong in the books', async () => {
  expect(await cloud.audit()).toEqual([]);
});
