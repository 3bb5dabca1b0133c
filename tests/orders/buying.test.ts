import type { Order } from '../../server/orders/order';
import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  bought,
  change,
  course,
  freshRequest,
  journalOf,
  openShop,
  order,
  orderDocument,
  registered,
  sourcesOf,
} from './stage';

let cloud: TestCloud;
let amy: Phone;

beforeAll(async () => {
  cloud = await openShop(
    course('crs_paid'),
    course('crs_twice'),
    course('crs_taps'),
    course('crs_phones'),
    course('crs_free', { price: 0 }),
    course('crs_draft', { status: 'draft' }),
    course('crs_price', { price: 5000 }),
  );
  amy = await registered(cloud, 'oAmy');
});

afterAll(() => cloud.close());

describe('buying a course', () => {
  it('S21 S22: one tap gives one payable order, and paying it opens the course', async () => {
    const { orderId, payable, status, payment } = dataOf(await order(amy, 'crs_paid'));
    expect({ payable, status, provider: payment?.provider }).toEqual({
      payable: 12_800,
      status: 'pending',
      provider: 'cloudPay',
    });
    await cloud.pay(orderId);
    expect((await orderDocument(cloud, orderId)).status).toBe('paid');
    expect(await sourcesOf(cloud, 'oAmy', 'crs_paid')).toEqual({ [orderId]: 'granted' });
  });

  it('D9 D10: an order keeps the price, the time, the number, the channel and the transaction', async () => {
    const orderId = await bought(cloud, await registered(cloud, 'oRecord'), 'crs_paid');
    const { payable, createdAt, payTo, paid, _id } = await orderDocument(cloud, orderId);
    expect(_id).toMatch(/^[A-Za-z0-9_-]{6,32}$/);
    expect({ payable, provider: payTo?.provider, amount: paid?.amount }).toEqual({
      payable: 12_800,
      provider: 'cloudPay',
      amount: 12_800,
    });
    expect(createdAt).toBeGreaterThan(0);
    expect(paid?.transactionId).toMatch(/\d/);
  });

  it('D9: a price that changes after the order changes nothing for the order', async () => {
    const ben = await registered(cloud, 'oPrice');
    const { orderId } = dataOf(await order(ben, 'crs_price'));
    await change(cloud, { collection: 'courses', id: 'crs_price' }, { price: 1 });
    expect((await orderDocument(cloud, orderId)).payable).toBe(5000);
    await cloud.pay(orderId);
    expect((await orderDocument(cloud, orderId)).paid?.amount).toBe(5000);
  });

  it('the journal of a purchase sums to zero and shares what was paid', async () => {
    const orderId = await bought(cloud, await registered(cloud, 'oShares'), 'crs_paid');
    const entries = await journalOf(cloud, orderId);
    expect(entries.map(({ kind }) => kind)).toEqual(['paid']);
    expect(entries[0]?.lines).toEqual([
      { account: 'psp:cloudPay', fen: 12_800 },
      { account: 'earner:usr_teacher:pending', fen: -8960 },
      { account: 'revenue:commission', fen: -3840 },
    ]);
  });

  it('D18: who owns a course is not sold it again', async () => {
    const again = await order(amy, 'crs_paid');
    expect(codeOf(again)).toBe('COURSE_ALREADY_OWNED');
  });

  it('D18: a second tap is answered with the open order', async () => {
    const first = dataOf(await order(amy, 'crs_twice'));
    const second = dataOf(await order(amy, 'crs_twice'));
    expect(second.orderId).toBe(first.orderId);
    expect(second.payment).toEqual(first.payment);
  });

  it('D13: the same request is answered again, another one under its id is refused', async () => {
    const ben = await registered(cloud, 'oSame');
    const requestId = freshRequest();
    const first = dataOf(await order(ben, 'crs_taps', { requestId }));
    const again = dataOf(await order(ben, 'crs_taps', { requestId }));
    expect(again.orderId).toBe(first.orderId);
    expect(codeOf(await order(ben, 'crs_twice', { requestId }))).toBe('REQUEST_REUSED');
    await cloud.pay(first.orderId);
    const paid = dataOf(await order(ben, 'crs_taps', { requestId }));
    expect(paid).toMatchObject({ orderId: first.orderId, status: 'paid' });
  });

  it('X10: ten taps at once open one order', async () => {
    const carl = await registered(cloud, 'oCarl');
    const replies = await Promise.all(Array.from({ length: 10 }, () => order(carl, 'crs_phones')));
    const ids = new Set(replies.map((reply) => dataOf(reply).orderId));
    expect(ids.size).toBe(1);
    const all = await cloud.documents<{ userId: string; item: { id: string } }>('orders');
    expect(all.filter(({ item }) => item.id === 'crs_phones')).toHaveLength(1);
  });

  it('a free course is opened at once, without a provider and without a journal entry', async () => {
    const { orderId, status, payment } = dataOf(await order(amy, 'crs_free'));
    expect({ status, payment }).toEqual({ status: 'paid', payment: undefined });
    expect(await sourcesOf(cloud, 'oAmy', 'crs_free')).toEqual({ [orderId]: 'granted' });
    expect(await journalOf(cloud, orderId)).toEqual([]);
  });

  it('X10: a free order left open by a crash ends quietly when another one opened the course meanwhile', async () => {
    const dora = await registered(cloud, 'oDora');
    const { orderId } = dataOf(await order(dora, 'crs_free'));
    const all = await cloud.documents<Order>('orders');
    const opened = all.find(({ _id }) => _id === orderId)!;
    const requestId = freshRequest();
    const { paid: _paid, ...unpaid } = opened;
    const left = { _id: `${orderId}2`, openKey: `${opened.userId}:course:crs_free`, requestId };
    const asMade = { status: 'pending', seq: 0, history: opened.history.slice(0, 1), todo: [] };
    await cloud.insert('orders', { ...unpaid, ...left, ...asMade });

    const item = { kind: 'course', id: 'crs_free' } as const;
    expect(codeOf(await dora.call('createOrder', { requestId, item }))).toBe(
      'COURSE_ALREADY_OWNED',
    );
    const after = await cloud.documents<Order>('orders');
    expect(after.find(({ _id }) => _id === left._id)?.status).toBe('closed');
    expect(await sourcesOf(cloud, 'oDora', 'crs_free')).toEqual({ [orderId]: 'granted' });
  });

  it('what is not on sale is not sold', async () => {
    expect(codeOf(await order(amy, 'crs_draft'))).toBe('COURSE_NOT_ON_SALE');
    expect(codeOf(await order(amy, 'crs_none'))).toBe('NOT_FOUND');
    expect(codeOf(await order(amy, 'pln_none', { kind: 'membership' }))).toBe(
      'MEMBERSHIP_NOT_ON_SALE',
    );
  });

  it('D11: a price sent by the phone is refused, not used', async () => {
    const item = { kind: 'course', id: 'crs_twice' };
    const forged = await amy.call('createOrder', { requestId: freshRequest(), item, payable: 1 });
    expect(codeOf(forged)).toBe('INVALID_INPUT');
  });

  it('a visitor cannot order', async () => {
    expect(codeOf(await order(cloud.as('oVisitor'), 'crs_paid'))).toBe('NOT_LOGGED_IN');
  });
});

describe('what a purchase costs', () => {
  it('takes 3 round trips to order and 7 to be told of the payment', async () => {
    const dora = await registered(cloud, 'oDora');
    let orderId = '';
    const ordering = await cloud.roundTrips(async () => {
      orderId = dataOf(await order(dora, 'crs_paid')).orderId;
    });
    const paying = await cloud.roundTrips(() => cloud.pay(orderId));
    expect({ ordering, paying }).toEqual({ ordering: 3, paying: 7 });
  });
});

it('leaves nothing wrong in the books', async () => {
  expect(await cloud.audit()).toEqual([]);
});
