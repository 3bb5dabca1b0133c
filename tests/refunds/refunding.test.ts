import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  balance,
  bought,
  course,
  DAY,
  freshRequest,
  kindsOf,
  MINUTE,
  openShop,
  orderDocument,
  refundDocuments,
  registered,
  sourcesOf,
  userDocument,
} from '../orders/stage';

let cloud: TestCloud;
let amy: Phone;
let admin: Phone;

const faults = (knobs: object) => cloud.post('/_local/faults', { reset: true, ...knobs });

const ask = (phone: Phone, orderId: string, more: object = {}) =>
  phone.call('refund', { requestId: freshRequest(), orderId, reason: '内容不合适', ...more });

/** Enough for a refund to be sent, decided by the provider and heard of. */
const settle = () => cloud.advance(2 * MINUTE);

beforeAll(async () => {
  cloud = await openShop(
    ...Array.from({ length: 12 }, (_, index) => course(`crs_${index}_r`, { price: 9999 })),
    course('crs_slow_r'),
  );
  amy = await registered(cloud, 'oAmy');
  admin = await registered(cloud, 'oLocalAdmin');
});

afterEach(() => faults({}));
afterAll(() => cloud.close());

it('W17: a refund that takes days is asked about less and less often, and ends when it arrives', async () => {
  const orderId = await bought(cloud, amy, 'crs_slow_r');
  await faults({ refundDelayMs: 3 * DAY });
  const { refundId } = dataOf(await ask(amy, orderId));
  await cloud.advance(2 * DAY);
  const waiting = (await refundDocuments(cloud)).find(({ _id }) => _id === refundId);
  expect(waiting).toMatchObject({ status: 'processing' });
  expect(waiting?.tries).toBeLessThanOrEqual(15);
  await cloud.advance(2 * DAY);
  expect((await orderDocument(cloud, orderId)).status).toBe('refunded');
});

describe('a refund within the rule', () => {
  it('S23 F42 F43: is approved at once, closes the course, and ends when the money is back', async () => {
    const orderId = await bought(cloud, amy, 'crs_0_r');
    await faults({ refundDelayMs: 30_000 });
    const { refundId, status } = dataOf(await ask(amy, orderId));
    expect(refundId).toBe(`${orderId}R1`);
    expect(['processing', 'submitting']).toContain(status);
    expect(await sourcesOf(cloud, 'oAmy', 'crs_0_r')).toEqual({ [orderId]: 'suspended' });
    await settle();
    expect((await orderDocument(cloud, orderId)).status).toBe('refunded');
    expect(await sourcesOf(cloud, 'oAmy', 'crs_0_r')).toEqual({ [orderId]: 'revoked' });
    expect(await kindsOf(cloud, orderId)).toEqual(['paid', 'refundApproved', 'refundSucceeded']);
    expect(await balance(cloud, 'refundPayable')).toBe(0);
    expect(await balance(cloud, 'earner:usr_teacher:pending')).toBe(0);
  });

  it('D15: a part of the money may come back; the course stays, and the rest can follow', async () => {
    const orderId = await bought(cloud, amy, 'crs_1_r');
    dataOf(await ask(amy, orderId, { amount: 3333 }));
    await settle();
    expect(await orderDocument(cloud, orderId)).toMatchObject({
      status: 'partiallyRefunded',
      refunded: 3333,
    });
    expect(await sourcesOf(cloud, 'oAmy', 'crs_1_r')).toEqual({ [orderId]: 'granted' });
    expect(codeOf(await ask(amy, orderId, { amount: 6667 }))).toBe('REFUND_TOO_MUCH');
    dataOf(await ask(amy, orderId, { amount: 1 }));
    dataOf(await ask(amy, orderId));
    await cloud.advance(4 * MINUTE);
    expect((await orderDocument(cloud, orderId)).status).toBe('refunded');
    expect(await balance(cloud, 'earner:usr_teacher:pending')).toBe(0);
  });

  it('X18 M18: refunds asked for at once never exceed what was paid', async () => {
    const orderId = await bought(cloud, amy, 'crs_2_r');
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => ask(amy, orderId, { amount: 4000 })),
    );
    expect(replies.map(codeOf).sort()).toEqual([
      'OK',
      'OK',
      'REFUND_TOO_MUCH',
      'REFUND_TOO_MUCH',
      'REFUND_TOO_MUCH',
    ]);
  });

  it('D13: the same request again is the same refund, another one under its id is refused', async () => {
    const orderId = await bought(cloud, amy, 'crs_3_r');
    const requestId = freshRequest();
    const [one, two] = await Promise.all([
      ask(amy, orderId, { requestId, amount: 100 }),
      ask(amy, orderId, { requestId, amount: 100 }),
    ]);
    expect(dataOf(one).refundId).toBe(dataOf(two).refundId);
    expect(dataOf(await ask(amy, orderId, { requestId, amount: 100 })).refundId).toBe(
      dataOf(one).refundId,
    );
    expect(codeOf(await ask(amy, orderId, { requestId, amount: 200 }))).toBe('REQUEST_REUSED');
  });
});

describe('who may have money back', () => {
  it('D14: nobody refunds the order of another', async () => {
    const orderId = await bought(cloud, amy, 'crs_4_r');
    const mallory = await registered(cloud, 'oMallory');
    expect(codeOf(await ask(mallory, orderId))).toBe('NOT_FOUND');
  });

  it('D17: an order that is not paid says so, exactly', async () => {
    const { orderId } = dataOf(
      await amy.call('createOrder', {
        requestId: freshRequest(),
        item: { kind: 'course', id: 'crs_5_r' },
      }),
    );
    expect(codeOf(await ask(amy, orderId))).toBe('REFUND_NOT_POSSIBLE');
  });
});

describe('a refund outside the rule', () => {
  let orderId: string;
  let refundId: string;

  beforeAll(async () => {
    await cloud.insert(
      'orders',
      await oldOrder('ord_old_one', 'crs_6_r'),
      await oldOrder('ord_old_two', 'crs_7_r'),
    );
  });

  /** An order as it would be eight days after paying, without living through them minute by minute. */
  const oldOrder = async (_id: string, courseId: string) => {
    const fresh = await orderDocument(cloud, await bought(cloud, amy, courseId));
    const paid = { ...fresh.paid, at: (fresh.paid?.at ?? 0) - 8 * DAY };
    return { ...fresh, _id, openKey: _id, requestId: _id, paid };
  };

  it('D14: waits for someone to decide, who is not the buyer', async () => {
    orderId = 'ord_old_one';
    const asked = dataOf(await ask(amy, orderId));
    refundId = asked.refundId;
    expect(asked.status).toBe('requested');
    expect(codeOf(await amy.call('reviewRefund', { refundId, decision: 'approve' }))).toBe(
      'NOT_ALLOWED',
    );
    expect(await kindsOf(cloud, orderId)).toEqual([]);
  });

  it('a rejected refund changes nothing, gives the reason, and can be asked for again', async () => {
    const rejected = await admin.call('reviewRefund', {
      refundId,
      decision: 'reject',
      note: '已学完',
    });
    expect(dataOf(rejected)).toEqual({ status: 'rejected', opinionOnly: false });
    expect(await orderDocument(cloud, orderId)).toMatchObject({ status: 'paid', reserved: 0 });
    expect(codeOf(await admin.call('reviewRefund', { refundId, decision: 'approve' }))).toBe(
      'REFUND_ALREADY_DECIDED',
    );
    const [row] = dataOf(await amy.call('getOrders', { orderId })).items;
    expect(row?.refunds).toMatchObject([{ status: 'rejected', note: '已学完' }]);
    expect(dataOf(await ask(amy, orderId)).refundId).toBe(`${orderId}R2`);
  });

  it('is listed for those who decide, without the buyer’s identity', async () => {
    const { items } = dataOf(await admin.call('getRefunds', { status: 'requested' }));
    expect(items).toMatchObject([{ orderId, buyer: 'oAmy', mayDecide: true }]);
    expect(JSON.stringify(items)).not.toContain('openid');
  });
});

describe('a refund that goes wrong', () => {
  it('D16 W15: unanswered by the provider, it is sent again under its own number and paid once', async () => {
    const orderId = await bought(cloud, amy, 'crs_8_r');
    await faults({ errorAfterAccepting: ['refund'], loseCallbacks: true });
    dataOf(await ask(amy, orderId));
    await faults({ loseCallbacks: true });
    await cloud.advance(5 * MINUTE);
    expect((await orderDocument(cloud, orderId)).status).toBe('refunded');
    expect(await kindsOf(cloud, orderId)).toEqual(['paid', 'refundApproved', 'refundSucceeded']);
  });

  it('X21 E6: closed by the provider, the course opens again and the journal is undone', async () => {
    const orderId = await bought(cloud, amy, 'crs_9_r');
    const before = await balance(cloud, 'earner:usr_teacher:pending');
    await faults({ refundOutcome: 'REFUNDCLOSE' });
    dataOf(await ask(amy, orderId));
    await settle();
    expect(await orderDocument(cloud, orderId)).toMatchObject({
      status: 'paid',
      reserved: 0,
      returned: { amount: 0, teacher: 0, promotion: 0, pool: 0 },
    });
    expect(await sourcesOf(cloud, 'oAmy', 'crs_9_r')).toEqual({ [orderId]: 'granted' });
    expect(await balance(cloud, 'earner:usr_teacher:pending')).toBe(before);
    await faults({});
    expect(dataOf(await ask(amy, orderId)).refundId).toBe(`${orderId}R2`);
  });

  it('X21: one whose money is held stays with the operator, and the course stays closed', async () => {
    const orderId = await bought(cloud, amy, 'crs_10_r');
    await faults({ refundOutcome: 'CHANGE' });
    const { refundId } = dataOf(await ask(amy, orderId));
    await settle();
    const refund = (await refundDocuments(cloud)).find(({ _id }) => _id === refundId);
    expect(refund?.status).toBe('abnormal');
    expect(await sourcesOf(cloud, 'oAmy', 'crs_10_r')).toEqual({ [orderId]: 'suspended' });
  });
});

describe('what a refund must leave alone', () => {
  it('D6 M21: refunding one order takes nothing that another order gave', async () => {
    const ben = await registered(cloud, 'oBen');
    const orderId = await bought(cloud, ben, 'crs_11_r');
    const { _id } = await userDocument(cloud, 'oBen');
    const other = await orderDocument(cloud, orderId);
    expect(other.userId).toBe(_id);
    const kept = await bought(cloud, ben, 'crs_0_r');
    dataOf(await ask(ben, orderId));
    await settle();
    expect(await sourcesOf(cloud, 'oBen', 'crs_11_r')).toEqual({ [orderId]: 'revoked' });
    expect(await sourcesOf(cloud, 'oBen', 'crs_0_r')).toEqual({ [kept]: 'granted' });
  });
});
