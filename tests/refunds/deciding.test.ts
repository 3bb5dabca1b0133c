import type { Difference } from '../../server/differences/difference';
import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  bought,
  change,
  course,
  freshRequest,
  kindsOf,
  MINUTE,
  openShop,
  orderDocument,
  registered,
  sourcesOf,
  userDocument,
} from '../orders/stage';

let cloud: TestCloud;
let amy: Phone;
let teacher: Phone;
let teacherId: string;

/** Nothing is approved by itself, and teachers decide up to 100 yuan. */
const STRICT = { days: 0, maxPercent: -1, teacherLimit: 10_000 };

beforeAll(async () => {
  cloud = await openShop();
  amy = await registered(cloud, 'oAmy');
  const admin = await registered(cloud, 'oLocalAdmin');
  teacher = await registered(cloud, 'oTeacher');
  teacherId = (await userDocument(cloud, 'oTeacher'))._id;
  const promotion = { action: 'setRole', userId: teacherId, role: 'teacher', reason: '资质已核验' };
  dataOf(await admin.call('manageUsers', promotion));
  await cloud.insert(
    'courses',
    course('crs_small', { teacherId, price: 10_000 }),
    course('crs_large', { teacherId, price: 10_001 }),
    course('crs_other', { price: 5000 }),
    course('crs_console', { teacherId }),
    course('crs_refused', { teacherId, price: 10_000 }),
  );
  await change(cloud, { collection: 'settings', id: 'shop' }, { refundRule: STRICT });
});

afterAll(() => cloud.close());

const asked = async (courseId: string) => {
  const orderId = await bought(cloud, amy, courseId);
  const request = { requestId: freshRequest(), orderId, reason: '讲得太快' };
  const { refundId, status } = dataOf(await amy.call('refund', request));
  expect(status).toBe('requested');
  return { orderId, refundId };
};

describe('who decides on a refund', () => {
  it('a teacher on the own course, up to the limit; the money goes back', async () => {
    const { orderId, refundId } = await asked('crs_small');
    const { items } = dataOf(await teacher.call('getRefunds', {}));
    expect(items).toMatchObject([{ refundId, mayDecide: true, buyer: 'oAmy' }]);
    const decided = dataOf(await teacher.call('reviewRefund', { refundId, decision: 'approve' }));
    expect(decided.opinionOnly).toBe(false);
    await cloud.advance(2 * MINUTE);
    expect((await orderDocument(cloud, orderId)).status).toBe('refunded');
    expect(await sourcesOf(cloud, 'oAmy', 'crs_small')).toEqual({ [orderId]: 'revoked' });
  });

  it('above the limit a teacher gives an opinion, and an admin decides', async () => {
    const { refundId } = await asked('crs_large');
    const opinion = { refundId, decision: 'approve', note: '同意' };
    expect(dataOf(await teacher.call('reviewRefund', opinion))).toEqual({
      status: 'requested',
      opinionOnly: true,
    });
    const admin = cloud.as('oLocalAdmin');
    const { items } = dataOf(await admin.call('getRefunds', { status: 'requested' }));
    expect(items[0]?.opinion).toEqual({ decision: 'approve', note: '同意' });
    const decided = dataOf(await admin.call('reviewRefund', { refundId, decision: 'reject' }));
    expect(decided.status).toBe('rejected');
  });

  it('D5 D14: no teacher sees or decides on the refunds of another’s course', async () => {
    const { refundId } = await asked('crs_other');
    const answer = await teacher.call('reviewRefund', { refundId, decision: 'approve' });
    expect(codeOf(answer)).toBe('NOT_FOUND');
    const { items } = dataOf(await teacher.call('getRefunds', {}));
    expect(items.map((item) => item.refundId)).not.toContain(refundId);
  });

  it('D14: nobody decides on their own request', async () => {
    const admin = cloud.as('oLocalAdmin');
    const orderId = await bought(cloud, admin, 'crs_small');
    const request = { requestId: freshRequest(), orderId, reason: '自己买的' };
    const { refundId } = dataOf(await admin.call('refund', request));
    expect(codeOf(await admin.call('reviewRefund', { refundId, decision: 'approve' }))).toBe(
      'REFUND_NEEDS_SECOND_PERSON',
    );
  });
});

describe('a refund that the merchant console began', () => {
  it('X23 E16: is taken as the fact it is, once', async () => {
    const orderId = await bought(cloud, amy, 'crs_console');
    await cloud.post(`/_local/pay/${orderId}/refund`, { by: 'console', amount: 2000 });
    await cloud.advance(MINUTE);
    expect(await orderDocument(cloud, orderId)).toMatchObject({
      status: 'partiallyRefunded',
      refunded: 2000,
      reserved: 2000,
    });
    expect(await sourcesOf(cloud, 'oAmy', 'crs_console')).toEqual({ [orderId]: 'granted' });
    await cloud.post(`/_local/pay/${orderId}`, { action: 'repeat' });
    expect(await kindsOf(cloud, orderId)).toEqual(['externalRefund', 'paid']);
  });
});

describe('a refund that the provider refuses, as the console gave a part back before', () => {
  it('INV9: is put before a person after an hour, and nothing is lost', async () => {
    const { orderId, refundId } = await asked('crs_refused');
    await cloud.post(`/_local/pay/${orderId}/refund`, { by: 'console', amount: 2000 });
    dataOf(await teacher.call('reviewRefund', { refundId, decision: 'approve' }));
    await cloud.advance(150 * MINUTE);

    const refunds = await cloud.documents<{ _id: string; status: string }>('refunds');
    expect(refunds.find(({ _id }) => _id === refundId)?.status).toBe('abnormal');
    const differences = await cloud.documents<Difference>('differences');
    expect(differences.filter((each) => each.refundId === refundId)).toMatchObject([
      { kind: 'abnormalRefund', status: 'open' },
    ]);
  });
});

describe('what a teacher sees of the own orders', () => {
  it('D25: who bought is a nickname and nothing more', async () => {
    const { items } = dataOf(await teacher.call('getTeacherOrders', {}));
    expect(items.length).toBeGreaterThanOrEqual(3);
    expect(items.map(({ title }) => title)).not.toContain(undefined);
    const { _id: buyerId } = await userDocument(cloud, 'oAmy');
    expect(JSON.stringify(items)).not.toContain(buyerId);
    const others = (await cloud.documents<{ _id: string; item: { id: string } }>('orders'))
      .filter(({ item }) => item.id === 'crs_other')
      .map(({ _id }) => _id);
    expect(items.filter(({ orderId }) => others.includes(orderId))).toEqual([]);
  });
});

it('leaves nothing wrong in the books', async () => {
  expect(await cloud.audit()).toEqual([]);
});
