import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  course,
  freshRequest,
  journalOf,
  MINUTE,
  openShop,
  orderDocument,
  registered,
} from '../orders/stage';
import { ADMIN, claim, claimed, claimsOf, madeCoupon, orderWith, statesOf, stockOf } from './stage';

let cloud: TestCloud;
let admin: Phone;

beforeAll(async () => {
  cloud = await openShop(course('crs_one'), course('crs_two'), course('crs_few', { seatCap: 1 }));
  admin = await registered(cloud, ADMIN);
});

afterEach(() => cloud.post('/_local/faults', { reset: true }));
afterAll(() => cloud.close());

const paidWith = async (phone: Phone, couponId: string, courseId = 'crs_one') => {
  const { orderId } = dataOf(await orderWith(phone, courseId, { couponId }));
  await cloud.pay(orderId);
  return orderId;
};

describe('claiming a coupon', () => {
  it('X12: taps and phones at the same time get one person one claim', async () => {
    const couponId = await madeCoupon(admin);
    const amy = await registered(cloud, 'oClaimAmy');
    const codes = (await Promise.all(Array.from({ length: 6 }, () => claim(amy, couponId)))).map(
      codeOf,
    );
    expect(codes.filter((code) => code === 'OK').length).toBeGreaterThan(0);
    expect(await statesOf(cloud, couponId)).toEqual(['claimed']);
    expect(codeOf(await claim(amy, couponId))).toBe('COUPON_LIMIT');
    expect((await stockOf(cloud, couponId))?.taken).toBe(1);
  });

  it('X13: of ten people for three coupons exactly three get one', async () => {
    const couponId = await madeCoupon(admin, { stock: 3 });
    const people = await Promise.all(
      Array.from({ length: 10 }, (_, index) => registered(cloud, `oStock${index}`)),
    );
    const codes = (await Promise.all(people.map((each) => claim(each, couponId)))).map(codeOf);
    expect(codes.filter((code) => code === 'OK')).toHaveLength(3);
    expect(codes.filter((code) => code === 'COUPON_GONE')).toHaveLength(7);
    const pool = await stockOf(cloud, couponId);
    expect([pool?.taken, new Set(pool?.holders).size]).toEqual([3, 3]);
    expect((await statesOf(cloud, couponId)).filter((state) => state === 'claimed')).toHaveLength(
      3,
    );
  });

  it('F56: the same request again is the same claim, another one counts until the limit', async () => {
    const couponId = await madeCoupon(admin, { perUser: 2 });
    const ben = await registered(cloud, 'oTwice');
    const requestId = freshRequest();
    const first = dataOf(await claim(ben, couponId, requestId));
    expect(dataOf(await claim(ben, couponId, requestId))).toEqual(first);
    expect(codeOf(await claim(ben, couponId))).toBe('OK');
    expect(codeOf(await claim(ben, couponId))).toBe('COUPON_LIMIT');
  });

  it('what a crash left half claimed is finished by the outbox', async () => {
    const couponId = await madeCoupon(admin);
    const _id = `${couponId}_usr_gone_1`;
    const half = { couponId, userId: 'usr_gone', openid: 'o', requestId: 'r', heldBy: '' };
    const left = { state: 'asked', claimedAt: 1, todo: ['settleClaim'], todoAt: 1 };
    await cloud.insert('couponClaims', { _id, ...half, ...left });
    await cloud.advance(5 * MINUTE);
    await cloud.runTimer('deliverOutbox');
    expect(await statesOf(cloud, couponId)).toEqual(['claimed']);
    expect((await stockOf(cloud, couponId))?.holders).toEqual([_id]);
  });

  it('a stopped coupon is claimed no more, and what was claimed stays good', async () => {
    const amy = await registered(cloud, 'oStopAmy');
    const couponId = await claimed(admin, amy);
    const change = { action: 'changeCoupon', couponId, version: 1, title: '新人券' };
    const to = Date.now() + 60 * MINUTE;
    const stopped = { ...change, to, stock: 100, handout: 'stopped' };
    dataOf(await admin.call('manageOffers', stopped));
    expect(codeOf(await admin.call('manageOffers', stopped))).toBe('CHANGED_MEANWHILE');
    const ben = await registered(cloud, 'oStopBen');
    expect(codeOf(await claim(ben, couponId))).toBe('COUPON_GONE');
    expect(codeOf(await orderWith(amy, 'crs_one', { couponId }))).toBe('OK');
  });
});

describe('paying with a coupon', () => {
  it('F56 INV16 INV25: is kept for the order, used with the payment, and the price adds up', async () => {
    const amy = await registered(cloud, 'oPayAmy');
    const couponId = await claimed(admin, amy);
    const { orderId, payable } = dataOf(await orderWith(amy, 'crs_one', { couponId }));
    expect(payable).toBe(10_800);
    expect(await claimsOf(cloud, couponId)).toMatchObject([
      { state: 'reserved', heldBy: `${orderId}#1` },
    ]);
    await cloud.pay(orderId);
    await cloud.runTimer('deliverOutbox');
    expect(await statesOf(cloud, couponId)).toEqual(['used']);
    const { listPrice, discounts = [], coupon } = await orderDocument(cloud, orderId);
    expect(discounts).toEqual([{ kind: 'coupon', label: '新人券', amount: 2000 }]);
    expect(listPrice - 2000).toBe(payable);
    expect(coupon).toMatchObject({ couponId, amount: 2000, fundedBy: 'shared' });
  });

  it('E14: what the platform gives is its own expense: the teacher’s share is of the whole price', async () => {
    const amy = await registered(cloud, 'oFundAmy');
    const couponId = await claimed(admin, amy, { fundedBy: 'platform' });
    const orderId = await paidWith(amy, couponId);
    const lines = (await journalOf(cloud, orderId)).flatMap((entry) => entry.lines);
    expect(lines).toContainEqual({ account: 'expense:promotion', fen: 2000 });
    expect(lines).toContainEqual({ account: 'earner:usr_teacher:pending', fen: -8960 });
  });

  it('X12: two orders of one coupon at once: one has it, the other is told', async () => {
    const amy = await registered(cloud, 'oRaceAmy');
    const couponId = await claimed(admin, amy);
    const codes = (
      await Promise.all(
        ['crs_one', 'crs_two'].map((courseId) => orderWith(amy, courseId, { couponId })),
      )
    ).map(codeOf);
    expect(codes.sort()).toEqual(['COUPON_NOT_USABLE', 'OK']);
    expect(await statesOf(cloud, couponId)).toEqual(['reserved']);
  });

  it('S22: stays with an order whose payment could not be prepared at once, which is paid later', async () => {
    const amy = await registered(cloud, 'oBusyAmy');
    const couponId = await claimed(admin, amy);
    const wish = { requestId: freshRequest(), item: { kind: 'course', id: 'crs_one' }, couponId };
    await cloud.post('/_local/faults', { loseCalls: ['unifiedOrder'] });
    expect(codeOf(await amy.call('createOrder', wish))).toBe('PAYMENT_PROVIDER_BUSY');
    const [held] = await claimsOf(cloud, couponId);
    const orderId = (held?.heldBy ?? '').replace('#1', '');
    expect(await orderDocument(cloud, orderId)).toMatchObject({
      status: 'pending',
      payable: 10_800,
    });

    await cloud.post('/_local/faults', { reset: true });
    const again = dataOf(await amy.call('createOrder', wish));
    expect(again).toMatchObject({ orderId, status: 'pending', payment: { provider: 'cloudPay' } });
    await cloud.pay(orderId);
    expect((await orderDocument(cloud, orderId)).status).toBe('paid');
  });

  it('S24: a cancelled order gives it back, once, and the next order may have it', async () => {
    const amy = await registered(cloud, 'oBackAmy');
    const couponId = await claimed(admin, amy);
    const { orderId } = dataOf(await orderWith(amy, 'crs_one', { couponId }));
    dataOf(await amy.call('cancelOrder', { orderId }));
    expect(await claimsOf(cloud, couponId)).toMatchObject([{ state: 'claimed', heldBy: '' }]);
    const next = dataOf(await orderWith(amy, 'crs_two', { couponId })).orderId;
    await cloud.runTimer('deliverOutbox');
    expect(await claimsOf(cloud, couponId)).toMatchObject([{ heldBy: `${next}#1` }]);
  });

  it('S24: an order nobody paid gives it back with its time', async () => {
    const amy = await registered(cloud, 'oTimeAmy');
    const couponId = await claimed(admin, amy);
    dataOf(await orderWith(amy, 'crs_one', { couponId }));
    await cloud.advance(33 * MINUTE);
    await cloud.runTimer('closeUnpaidOrders');
    expect(await statesOf(cloud, couponId)).toEqual(['claimed']);
  });

  it('M25: late money uses it again, and the slow release of the closed order takes it from nobody', async () => {
    const amy = await registered(cloud, 'oLateCoupon');
    const couponId = await claimed(admin, amy);
    const { orderId } = dataOf(await orderWith(amy, 'crs_one', { couponId }));
    await cloud.post('/_local/faults', { reset: true, closeOkButPaid: true });
    await amy.call('cancelOrder', { orderId });
    await cloud.pay(orderId);
    expect((await orderDocument(cloud, orderId)).status).toBe('paid');
    await cloud.runTimer('deliverOutbox');
    expect(await claimsOf(cloud, couponId)).toMatchObject([
      { state: 'used', heldBy: `${orderId}#2` },
    ]);
  });

  it('X9: late money goes back when another order has the coupon by then', async () => {
    const amy = await registered(cloud, 'oLateGone');
    const couponId = await claimed(admin, amy);
    const { orderId } = dataOf(await orderWith(amy, 'crs_one', { couponId }));
    await cloud.post('/_local/faults', { reset: true, closeOkButPaid: true });
    await amy.call('cancelOrder', { orderId });
    const other = await paidWith(amy, couponId, 'crs_two');
    await cloud.pay(orderId);
    expect((await orderDocument(cloud, orderId)).status).toBe('autoRefunding');
    await cloud.runTimer('deliverOutbox');
    expect(await claimsOf(cloud, couponId)).toMatchObject([
      { state: 'used', heldBy: `${other}#1` },
    ]);
  });

  it('F43: comes back with a whole refund, once, and not with a part', async () => {
    const amy = await registered(cloud, 'oRefundAmy');
    const couponId = await claimed(admin, amy);
    const orderId = await paidWith(amy, couponId);
    const ask = (more: object) =>
      amy.call('refund', { requestId: freshRequest(), orderId, reason: '不合适', ...more });
    dataOf(await ask({ amount: 100 }));
    await cloud.advance(5 * MINUTE);
    await cloud.runTimer('deliverOutbox');
    expect(await statesOf(cloud, couponId)).toEqual(['used']);
    dataOf(await ask({}));
    await cloud.advance(5 * MINUTE);
    await cloud.runTimer('deliverOutbox');
    expect((await orderDocument(cloud, orderId)).status).toBe('refunded');
    expect(await claimsOf(cloud, couponId)).toMatchObject([{ state: 'claimed', heldBy: '' }]);
  });

  it('X14: an open order with another coupon is closed and replaced; with the same it is the same', async () => {
    const amy = await registered(cloud, 'oSwapAmy');
    const [small, big] = [
      await claimed(admin, amy),
      await claimed(admin, amy, { worth: { kind: 'percent', percent: 50 } }),
    ];
    const first = dataOf(await orderWith(amy, 'crs_one', { couponId: small }));
    const same = dataOf(await orderWith(amy, 'crs_one', { couponId: small }));
    expect(same.orderId).toBe(first.orderId);
    const other = dataOf(await orderWith(amy, 'crs_one', { couponId: big }));
    expect([other.orderId === first.orderId, other.payable]).toEqual([false, 6400]);
    expect((await orderDocument(cloud, first.orderId)).status).toBe('closed');
    expect(await statesOf(cloud, small)).toEqual(['claimed']);
  });

  it('X14: a request made again never gets cheaper by naming a coupon', async () => {
    const amy = await registered(cloud, 'oAgainAmy');
    const couponId = await claimed(admin, amy);
    const requestId = freshRequest();
    dataOf(await orderWith(amy, 'crs_one', { requestId }));
    const again = await orderWith(amy, 'crs_one', { requestId, couponId });
    expect(codeOf(again)).toBe('REQUEST_REUSED');
    expect(await statesOf(cloud, couponId)).toEqual(['claimed']);
  });

  it('D1: nobody pays with a coupon that is not theirs, is used, does not fit or does not exist', async () => {
    const [amy, ben] = [await registered(cloud, 'oMine'), await registered(cloud, 'oTheirs')];
    const mine = await claimed(admin, amy);
    const elsewhere = await claimed(admin, amy, { scope: { kind: 'course', ids: ['crs_two'] } });
    const tooDear = await claimed(admin, amy, { minimum: 20_000 });
    const notYet = await claimed(admin, amy, { from: Date.now() + 600 * MINUTE });
    const attempts = [
      orderWith(ben, 'crs_one', { couponId: mine }),
      ...[elsewhere, tooDear, notYet, 'cpn_nowhere'].map((couponId) =>
        orderWith(amy, 'crs_one', { couponId }),
      ),
    ];
    const codes = (await Promise.all(attempts)).map(codeOf);
    expect(new Set(codes)).toEqual(new Set(['COUPON_NOT_USABLE']));
    await paidWith(amy, mine);
    expect(codeOf(await orderWith(amy, 'crs_two', { couponId: mine }))).toBe('COUPON_NOT_USABLE');
  });

  it('R6: the last place and a coupon are held together, or neither', async () => {
    const [amy, ben] = [await registered(cloud, 'oSeatAmy'), await registered(cloud, 'oSeatBen')];
    const couponId = await claimed(admin, ben);
    dataOf(await orderWith(amy, 'crs_few'));
    expect(codeOf(await orderWith(ben, 'crs_few', { couponId }))).toBe('COURSE_SOLD_OUT');
    expect(await statesOf(cloud, couponId)).toEqual(['claimed']);
  });

  it('X35: a coupon that takes all of it makes a paid order of nothing', async () => {
    const amy = await registered(cloud, 'oFreeAmy');
    const couponId = await claimed(admin, amy, { worth: { kind: 'fixed', amount: 99_999 } });
    const made = dataOf(await orderWith(amy, 'crs_one', { couponId }));
    expect(made).toMatchObject({ status: 'paid', payable: 0 });
    await cloud.runTimer('deliverOutbox');
    expect(await statesOf(cloud, couponId)).toEqual(['used']);
    expect(await journalOf(cloud, made.orderId)).toEqual([]);
  });

  it('X12: is nobody else’s before it is noted that it was used', async () => {
    const amy = await registered(cloud, 'oNotedCoupon');
    const couponId = await claimed(admin, amy);
    const orderId = await paidWith(amy, couponId);
    expect(codeOf(await orderWith(amy, 'crs_two', { couponId }))).toBe('COUPON_NOT_USABLE');
    await cloud.runTimer('deliverOutbox');
    expect(await claimsOf(cloud, couponId)).toMatchObject([
      { state: 'used', heldBy: `${orderId}#1` },
    ]);
  });
});

describe('who deals with coupons', () => {
  it('a teacher gives away of their own courses alone, borne together, and makes no codes', async () => {
    const teacher = await registered(cloud, 'oTeacher');
    const { me } = dataOf(await teacher.call('getMe'));
    const userId = me?.userId ?? '';
    const role = { action: 'setRole', userId, role: 'teacher', reason: '开课' };
    dataOf(await admin.call('manageUsers', role));
    await cloud.insert('courses', course('crs_hers', { teacherId: userId }));
    const make = async (changes: object) => {
      const terms = { scope: { kind: 'course', ids: ['crs_hers'] }, ...changes };
      return madeCoupon(teacher, terms).catch(() => 'refused');
    };
    expect(await make({})).toMatch(/^cpn_/);
    expect(await make({ fundedBy: 'platform' })).toBe('refused');
    expect(await make({ scope: { kind: 'all' } })).toBe('refused');
    expect(await make({ scope: { kind: 'course', ids: ['crs_hers', 'crs_one'] } })).toBe('refused');

    const others = await madeCoupon(admin);
    const change = { action: 'changeCoupon', couponId: others, version: 1, title: '改了' };
    const refused = await teacher.call('manageOffers', {
      ...change,
      to: Date.now() + MINUTE,
      stock: 9,
      handout: 'listed',
    });
    expect(codeOf(refused)).toBe('NOT_FOUND');
    const list = dataOf(await teacher.call('manageOffers', { action: 'listCoupons' }));
    expect(list.kind === 'coupons' && list.items.map(({ madeBy }) => madeBy)).toEqual([userId]);
    expect(codeOf(await teacher.call('manageOffers', { action: 'listBatches' }))).toBe(
      'NOT_ALLOWED',
    );
  });
});

it('leaves nothing wrong in the books', async () => {
  expect(await cloud.audit()).toEqual([]);
});
