import { codeOf, dataOf, openCloud, type Phone, type TestCloud } from '../cloud';
import {
  admin,
  afterHold,
  askPayout,
  BANK,
  fold,
  PRICE,
  refundWhole,
  sell,
  SHARE,
  teacher,
  type Teacher,
} from '../earnings/teachers';
import {
  bought,
  change,
  freshRequest,
  kindsOf,
  orderDocument,
  registered,
  userDocument,
} from '../orders/stage';

/** Ten percent of the price. */
const COMMISSION = 1000;

let cloud: TestCloud;
let boss: Phone;
let lin: Teacher;

const affiliateShare = (share: number) =>
  change(cloud, { collection: 'settings', id: 'shop' }, { affiliateShare: share });

beforeAll(async () => {
  cloud = await openCloud();
  boss = await admin(cloud, 'oBoss');
  lin = await teacher(cloud, 'oLin');
  await affiliateShare(COMMISSION);
});
afterAll(() => cloud.close());

/** Somebody who shares links of courses. */
const affiliate = async (openid: string) => {
  const phone = await registered(cloud, openid);
  const userId = (await userDocument(cloud, openid))._id;
  const earnings = async (action: string, more: object = {}) =>
    dataOf(await phone.call('getEarnings', { action, ...more }));
  return { phone, userId, earnings };
};

/** An order of a course by somebody who came by a link. */
const orderBy = (
  phone: Phone,
  affiliateId: string,
  { courseId }: Pick<Teacher, 'courseId'> = lin,
) =>
  phone.call('createOrder', {
    requestId: freshRequest(),
    item: { kind: 'course', id: courseId },
    affiliateId,
  });

/** A sale to somebody new, who came by a link. */
const brought = async (affiliateId: string, openid: string) => {
  const phone = await registered(cloud, openid);
  const { orderId } = dataOf(await orderBy(phone, affiliateId));
  await cloud.pay(orderId);
  return { phone, orderId };
};

describe('an affiliate', () => {
  it('F62 E1: has a share of what they brought, beside the teacher’s, and sees it at once', async () => {
    const amy = await affiliate('oAmy');
    const { orderId } = await brought(amy.userId, 'oBen');
    expect((await orderDocument(cloud, orderId)).affiliate).toEqual({
      userId: amy.userId,
      share: COMMISSION,
    });
    expect(await fold(cloud, `earner:${lin.userId}:pending`)).toBe(-SHARE);
    expect(await amy.earnings('read')).toMatchObject({ pending: COMMISSION, available: 0 });
    const { items } = (await amy.earnings('commissions')) as { items: object[] };
    expect(items).toMatchObject([{ orderId, paid: PRICE, share: COMMISSION, returned: 0 }]);
    expect(items[0]).not.toHaveProperty('buyer');

    await cloud.runTimer('deliverOutbox');
    const notices = dataOf(await amy.phone.call('getNotices', {})).items;
    expect(notices.map(({ title }) => title)).toContain('推广成功');
  });

  it('E3 E8: has it available when the hold is over, and is paid out like a teacher', async () => {
    const cat = await affiliate('oCat');
    const { orderId } = await brought(cat.userId, 'oDan');
    await cat.earnings('setPayee', { payee: BANK });
    await afterHold(cloud);
    expect(await cat.earnings('read')).toMatchObject({ pending: 0, available: COMMISSION });
    expect(await kindsOf(cloud, orderId)).toEqual(['matured', 'paid']);
    const asked = dataOf(await askPayout(cat, COMMISSION));
    expect(asked).toMatchObject({ view: 'payout', payout: { amount: COMMISSION } });
    expect(await cat.earnings('statement')).toMatchObject({
      items: [
        { available: -COMMISSION },
        { orderId, pending: -COMMISSION, available: COMMISSION },
        { orderId, pending: COMMISSION, available: 0 },
      ],
    });
  });

  it('E4: gives back their part of a refund, within the hold and after it', async () => {
    const eve = await affiliate('oEve');
    const { phone, orderId } = await brought(eve.userId, 'oFay');
    const half = { requestId: freshRequest(), orderId, reason: '不合适', amount: PRICE / 2 };
    dataOf(await phone.call('refund', half));
    expect(await eve.earnings('read')).toMatchObject({ pending: COMMISSION / 2 });
    await afterHold(cloud);
    expect(await eve.earnings('read')).toMatchObject({ pending: 0, available: COMMISSION / 2 });
    dataOf(await refundWhole({ phone, orderId }, boss));
    expect(await eve.earnings('read')).toMatchObject({ available: 0, receivable: 0 });
    expect(await eve.earnings('commissions')).toMatchObject({ items: [{ returned: COMMISSION }] });
  });

  it('E11: owes what was paid out to them and is refunded afterwards', async () => {
    const gus = await affiliate('oGus');
    const sale = await brought(gus.userId, 'oHal');
    await gus.earnings('setPayee', { payee: BANK });
    await afterHold(cloud);
    dataOf(await askPayout(gus, COMMISSION));
    dataOf(await refundWhole(sale, boss));
    expect(await gus.earnings('read')).toMatchObject({
      available: 0,
      receivable: COMMISSION,
      inTransit: COMMISSION,
    });
  });

  it('X32: cannot erase their account while money is theirs, or may become so', async () => {
    const ivy = await affiliate('oIvy');
    const erase = () => ivy.phone.call('manageMyData', { action: 'erase', confirm: '注销' });
    const buyer = await registered(cloud, 'oJoy');
    const { orderId } = dataOf(await orderBy(buyer, ivy.userId));
    expect(codeOf(await erase())).toBe('ACCOUNT_IN_USE');
    await cloud.pay(orderId);
    expect(codeOf(await erase())).toBe('ACCOUNT_IN_USE');
    await afterHold(cloud);
    expect(codeOf(await erase())).toBe('ACCOUNT_IN_USE');
  });
});

describe('X31: nobody earns by a link who did not bring somebody', () => {
  it.each([
    ['the buyer', async () => (await affiliate('oSelf')).userId, 'oSelf'],
    ['the teacher of the course', async () => lin.userId, 'oOfTeacher'],
    ['somebody unknown', async () => 'usr_nobody', 'oOfNobody'],
  ])('%s earns nothing, and the course is sold all the same', async (_, userIdOf, openid) => {
    const affiliateId = await userIdOf();
    const { orderId } = await brought(affiliateId, openid);
    const made = await orderDocument(cloud, orderId);
    expect(made.status).toBe('paid');
    expect(made.affiliate).toBeUndefined();
  });

  it('an order keeps whose link it was made by, however it is asked for again', async () => {
    const [kim, leo] = [await affiliate('oKim'), await affiliate('oLeo')];
    const buyer = await registered(cloud, 'oMia');
    const first = dataOf(await orderBy(buyer, kim.userId));
    const again = dataOf(await orderBy(buyer, leo.userId));
    expect(again.orderId).toBe(first.orderId);
    await cloud.pay(first.orderId);
    expect((await orderDocument(cloud, first.orderId)).affiliate?.userId).toBe(kim.userId);
    expect(await leo.earnings('read')).toMatchObject({ pending: 0 });
  });

  it('an order keeps the share it was made with', async () => {
    const ned = await affiliate('oNed');
    const buyer = await registered(cloud, 'oOla');
    const { orderId } = dataOf(await orderBy(buyer, ned.userId));
    await affiliateShare(0);
    await cloud.pay(orderId);
    await affiliateShare(COMMISSION);
    expect(await ned.earnings('read')).toMatchObject({ pending: COMMISSION });
  });

  it('a membership brings no commission: its money is its teachers’', async () => {
    const plan = { planId: 'month', name: '月度会员', days: 30, price: 3000, perks: [] };
    await change(cloud, { collection: 'settings', id: 'shop' }, { plans: [plan] });
    const pam = await affiliate('oPam');
    const buyer = await registered(cloud, 'oRay');
    const item = { kind: 'membership', id: 'month' };
    const wish = { requestId: freshRequest(), item, affiliateId: pam.userId };
    const { orderId } = dataOf(await buyer.call('createOrder', wish));
    await cloud.pay(orderId);
    expect((await orderDocument(cloud, orderId)).affiliate).toBeUndefined();
  });
});

describe('F63: the link of a course', () => {
  const linkOf = async (phone: Phone) =>
    dataOf(await phone.call('getCourse', { courseId: lin.courseId })).affiliateId;

  it('names whoever is logged in and earns by it', async () => {
    const sam = await affiliate('oSam');
    expect(await linkOf(sam.phone)).toBe(sam.userId);
  });

  it('names no visitor, not its teacher, and nobody where the shop has no affiliates', async () => {
    expect(await linkOf(cloud.as('oVisitor'))).toBeUndefined();
    expect(await linkOf(lin.phone)).toBeUndefined();
    await affiliateShare(0);
    expect(await linkOf((await affiliate('oTom')).phone)).toBeUndefined();
    await affiliateShare(COMMISSION);
  });

  it('brings whoever shares it their share of a sale, and nobody who brought them in turn', async () => {
    const [zoe, abe] = [await affiliate('oZoe'), await affiliate('oAbe')];
    const { phone } = await brought(zoe.userId, 'oCyd');
    const cyd = await userDocument(cloud, 'oCyd');
    await brought(cyd._id, 'oDee');
    expect(await zoe.earnings('read')).toMatchObject({ pending: COMMISSION });
    expect(await abe.earnings('read')).toMatchObject({ pending: 0 });
    const own = dataOf(await phone.call('getEarnings', { action: 'read' }));
    expect(own).toMatchObject({ pending: COMMISSION, affiliateShare: COMMISSION });
  });
});

it('costs no round trip more to order by a link', async () => {
  const una = await affiliate('oUna');
  const buyer = await registered(cloud, 'oVic');
  const trips = await cloud.roundTrips(async () => void (await orderBy(buyer, una.userId)));
  expect(trips).toBe(3);
});

it('a sale without a link brings nobody a commission', async () => {
  const { orderId } = await sell(cloud, lin, 'oWim');
  expect((await orderDocument(cloud, orderId)).affiliate).toBeUndefined();
  expect(await bought(cloud, await registered(cloud, 'oXan'), lin.courseId)).not.toBe(orderId);
});

it('INV11 INV32: leaves nothing wrong in the books', async () => {
  expect(await cloud.audit()).toEqual([]);
});
