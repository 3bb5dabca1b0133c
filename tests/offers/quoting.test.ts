import type { User } from '../../server/accounts/user';
import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  change,
  course,
  openShop,
  order,
  orderDocument,
  registered,
  userDocument,
} from '../orders/stage';
import { ADMIN, claimed, madeCoupon, orderWith, quoteOf } from './stage';

const SALE = { price: 9000, from: 1, to: 4_000_000_000_000 };

let cloud: TestCloud;
let admin: Phone;

beforeAll(async () => {
  cloud = await openShop(
    course('crs_plain'),
    course('crs_sale', { sale: SALE, memberPrice: 8000 }),
    course('crs_changes'),
  );
  admin = await registered(cloud, ADMIN);
});
afterAll(() => cloud.close());

const asMember = async (phone: Phone): Promise<void> => {
  const { _id: id }: User = await userDocument(cloud, phone.openid ?? '');
  const membership = { ord_card: { state: 'granted', at: Date.now(), days: 30 } };
  await change(cloud, { collection: 'users', id }, { 'rights.membership': membership });
};

const sum = (lines: readonly { amount: number }[]) =>
  lines.reduce((total, { amount }) => total + amount, 0);

describe('a quote', () => {
  it('X8 INV25: is the price the order then has, line by line, to the fen', async () => {
    const amy = await registered(cloud, 'oQuoteAmy');
    const couponId = await claimed(admin, amy, { worth: { kind: 'percent', percent: 7 } });
    const shown = await quoteOf(amy, 'crs_sale');
    expect(shown.lines).toEqual([
      { kind: 'list', label: '原价', amount: 12_800 },
      { kind: 'sale', label: '限时优惠', amount: -3800 },
      { kind: 'coupon', label: '新人券', amount: -630 },
    ]);
    expect([sum(shown.lines), shown.couponId]).toEqual([shown.payable, couponId]);
    const { orderId, payable } = dataOf(await orderWith(amy, 'crs_sale', { couponId }));
    expect(payable).toBe(shown.payable);
    const { discounts = [] } = await orderDocument(cloud, orderId);
    expect(sum(discounts)).toBe(12_800 - payable);
  });

  it('F56: chooses the best coupon, says why others do not apply, and lets one choose', async () => {
    const amy = await registered(cloud, 'oChooseAmy');
    const small = await claimed(admin, amy);
    const big = await claimed(admin, amy, { worth: { kind: 'fixed', amount: 5000 } });
    const other = await claimed(admin, amy, { scope: { kind: 'course', ids: ['crs_sale'] } });
    const dear = await claimed(admin, amy, { minimum: 50_000 });
    const shown = await quoteOf(amy, 'crs_plain');
    expect([shown.couponId, shown.payable]).toEqual([big, 7800]);
    const told = new Map(shown.coupons.map((each) => [each.couponId, each.amount ?? each.whyNot]));
    expect([small, big, other, dear].map((id) => told.get(id))).toEqual([
      2000,
      5000,
      '不适用于该商品',
      '原价满 ¥500.00 可用',
    ]);
    expect((await quoteOf(amy, 'crs_plain', { couponId: small })).payable).toBe(10_800);
    expect((await quoteOf(amy, 'crs_plain', { couponId: 'none' })).payable).toBe(12_800);
    const item = { kind: 'course', id: 'crs_plain' };
    const refused = await amy.call('getOffers', { action: 'quote', item, couponId: other });
    expect(codeOf(refused)).toBe('COUPON_NOT_USABLE');
  });

  it('F56: a coupon of one’s own open order still counts for it, and for nothing else', async () => {
    const amy = await registered(cloud, 'oOpenAmy');
    const couponId = await claimed(admin, amy);
    dataOf(await orderWith(amy, 'crs_plain', { couponId }));
    expect((await quoteOf(amy, 'crs_plain')).couponId).toBe(couponId);
    const elsewhere = await quoteOf(amy, 'crs_sale');
    expect(elsewhere.coupons.map(({ whyNot }) => whyNot)).toEqual(['已用于另一笔待支付的订单']);
  });

  it('F55: never goes under the floor of the phone it is paid on', async () => {
    const amy = await registered(cloud, 'oFloorAmy');
    await claimed(admin, amy, { worth: { kind: 'fixed', amount: 12_000 } });
    expect((await quoteOf(amy, 'crs_plain')).payable).toBe(800);
    const onIphone = await quoteOf(amy, 'crs_plain', { platform: 'ios' });
    expect([onIphone.payable, sum(onIphone.lines)]).toEqual([5120, 5120]);
    expect(onIphone.coupons.map(({ amount }) => amount)).toEqual([7680]);
  });

  it('F66: has the member’s price for members, for their own and not for gifts', async () => {
    const amy = await registered(cloud, 'oMemberAmy');
    expect((await quoteOf(amy, 'crs_sale')).payable).toBe(9000);
    await asMember(amy);
    expect((await quoteOf(amy, 'crs_sale')).payable).toBe(8000);
    expect((await quoteOf(amy, 'crs_sale', { gift: true })).payable).toBe(9000);
    expect(dataOf(await orderWith(amy, 'crs_sale')).payable).toBe(8000);
  });

  it('names what could be claimed for the item, and takes 3 round trips for who has nothing', async () => {
    const amy = await registered(cloud, 'oFreshAmy');
    const listed = await madeCoupon(admin, { scope: { kind: 'course', ids: ['crs_plain'] } });
    const hidden = await madeCoupon(admin, { handout: 'link' });
    const ids = (await quoteOf(amy, 'crs_plain')).claimable.map(({ couponId }) => couponId);
    expect([ids.includes(listed), ids.includes(hidden)]).toEqual([true, false]);
    const elsewhere = (await quoteOf(amy, 'crs_sale')).claimable.map(({ couponId }) => couponId);
    expect(elsewhere).not.toContain(listed);
    expect(await cloud.roundTrips(() => quoteOf(amy, 'crs_plain'))).toBe(3);
  });
});

describe('the prices of a course', () => {
  it('F58: are shown as they are now, with the list price, the end of the sale and the member’s price', async () => {
    const shown = dataOf(await cloud.as('oLooker').call('getCourse', { courseId: 'crs_sale' }));
    expect(shown.course).toMatchObject({
      price: 12_800,
      priceNow: 9000,
      saleEndsAt: SALE.to,
      memberPrice: 8000,
    });
    const { items } = dataOf(await cloud.as('oLooker').call('searchCourses', {}));
    expect(items.map(({ courseId, priceNow }) => [courseId, priceNow])).toContainEqual([
      'crs_sale',
      9000,
    ]);
  });

  it('X14: changed after ordering change nothing of the order, and a new one replaces it', async () => {
    const amy = await registered(cloud, 'oChangeAmy');
    const first = dataOf(await order(amy, 'crs_changes'));
    await change(cloud, { collection: 'courses', id: 'crs_changes' }, { sale: SALE });
    expect((await orderDocument(cloud, first.orderId)).payable).toBe(12_800);
    const second = dataOf(await order(amy, 'crs_changes'));
    expect([second.payable, second.orderId === first.orderId]).toEqual([9000, false]);
    await cloud.pay(second.orderId);
    expect((await orderDocument(cloud, second.orderId)).status).toBe('paid');
  });
});
