import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  balance,
  bought,
  course,
  HOUR,
  journalOf,
  kindsOf,
  MINUTE,
  openShop,
  order,
  orderDocument,
  registered,
  sourcesOf,
} from './stage';

let cloud: TestCloud;
let amy: Phone;
let mallory: Phone;

const faults = (knobs: object) => cloud.post('/_local/faults', { reset: true, ...knobs });

beforeAll(async () => {
  cloud = await openShop(...Array.from({ length: 20 }, (_, index) => course(`crs_${index}_x`)));
  amy = await registered(cloud, 'oAmy');
  mallory = await registered(cloud, 'oMallory');
});

afterEach(() => faults({}));
afterAll(() => cloud.close());

const opened = async (courseId: string) => dataOf(await order(amy, courseId)).orderId;

/** WeChat's own event, as the payer's phone might copy it. */
const successEvent = (orderId: string) => ({
  returnCode: 'SUCCESS',
  resultCode: 'SUCCESS',
  subAppid: 'wx0000000000000001',
  subMchId: '1900000109',
  subOpenid: 'oAmy',
  totalFee: 12_800,
  transactionId: '4200000000000000000000000000',
  outTradeNo: orderId,
  timeEnd: '20261123101330',
});

describe('who may say that an order is paid', () => {
  it('D11 D12: a callback that a phone makes up is refused and changes nothing', async () => {
    const orderId = await opened('crs_0_x');
    for (const phone of [amy, mallory, cloud.as('oNobody')]) {
      const answer = await phone
        .call('payCallback', successEvent(orderId))
        .catch((error: Error) => ({ ok: false as const, code: error.message }));
      expect(answer).not.toMatchObject({ errcode: 0 });
    }
    expect((await orderDocument(cloud, orderId)).status).toBe('pending');
    expect(await journalOf(cloud, orderId)).toEqual([]);
  });

  it('D11: “I have paid” asks the provider and believes nothing else', async () => {
    const orderId = await opened('crs_1_x');
    expect(dataOf(await amy.call('confirmPayment', { orderId }))).toEqual({ status: 'pending' });
    await cloud.pay(orderId, { callbacks: 0 });
    expect(dataOf(await amy.call('confirmPayment', { orderId }))).toEqual({ status: 'paid' });
    expect(await sourcesOf(cloud, 'oAmy', 'crs_1_x')).toEqual({ [orderId]: 'granted' });
  });

  it('D14: nobody asks after, pays, cancels or sees the order of another', async () => {
    const orderId = await opened('crs_2_x');
    const codes = await Promise.all(
      (['confirmPayment', 'resumePayment', 'cancelOrder', 'getOrders'] as const).map(async (name) =>
        codeOf(await mallory.call(name, { orderId })),
      ),
    );
    expect(codes).toEqual(Array.from({ length: 4 }, () => 'NOT_FOUND'));
  });
});

describe('what a payment must be', () => {
  it('D12 F37: a payment of another amount opens nothing and waits for a person', async () => {
    const orderId = await opened('crs_3_x');
    const before = await balance(cloud, 'suspense');
    await cloud.pay(orderId, { amount: 1 });
    expect((await orderDocument(cloud, orderId)).status).toBe('review');
    expect(await sourcesOf(cloud, 'oAmy', 'crs_3_x')).toEqual({});
    expect(await kindsOf(cloud, orderId)).toEqual(['suspense']);
    expect((await balance(cloud, 'suspense')) - before).toBe(-1);
  });

  it('a payment of nothing opens nothing, waits for a person, and keeps nobody from buying', async () => {
    const orderId = await opened('crs_18_x');
    await cloud.pay(orderId, { amount: 0 });
    expect((await orderDocument(cloud, orderId)).status).toBe('review');
    expect(await sourcesOf(cloud, 'oAmy', 'crs_18_x')).toEqual({});
    expect(codeOf(await order(amy, 'crs_18_x'))).toBe('OK');
  });

  it('D12: the same wrong payment heard twice is booked once', async () => {
    const orderId = await opened('crs_4_x');
    await cloud.pay(orderId, { amount: 1, callbacks: 3 });
    expect(await kindsOf(cloud, orderId)).toEqual(['suspense']);
  });
});

describe('a payment heard of more than once', () => {
  it('D13 X1 X2: ten callbacks, one after another and at once, give one grant and one entry', async () => {
    const orderId = await opened('crs_5_x');
    await cloud.pay(orderId, { callbacks: 10 });
    expect(await kindsOf(cloud, orderId)).toEqual(['paid']);
    const { history, status } = await orderDocument(cloud, orderId);
    expect({ status, steps: history.length }).toEqual({ status: 'paid', steps: 2 });
  });

  it('X3: a callback and a question at the same moment give one grant', async () => {
    const orderId = await opened('crs_6_x');
    await cloud.pay(orderId, { callbacks: 0 });
    await Promise.all([
      amy.call('confirmPayment', { orderId }),
      amy.call('confirmPayment', { orderId }),
      cloud.runTimer('closeUnpaidOrders'),
    ]);
    expect(await kindsOf(cloud, orderId)).toEqual(['paid']);
  });
});

describe('a payment nobody told us of', () => {
  it('D16 X6: the timer finds it', async () => {
    const orderId = await opened('crs_7_x');
    await cloud.pay(orderId, { callbacks: 0 });
    await cloud.advance(2 * MINUTE);
    expect((await orderDocument(cloud, orderId)).status).toBe('paid');
    expect(await sourcesOf(cloud, 'oAmy', 'crs_7_x')).toEqual({ [orderId]: 'granted' });
  });

  it('is found although the provider first says it was not paid', async () => {
    const orderId = await opened('crs_8_x');
    await faults({ queryLagMs: 5 * MINUTE });
    await cloud.pay(orderId, { callbacks: 0 });
    expect(dataOf(await amy.call('confirmPayment', { orderId }))).toEqual({ status: 'pending' });
    await cloud.advance(15 * MINUTE);
    expect((await orderDocument(cloud, orderId)).status).toBe('paid');
  });
});

describe('closing', () => {
  it('S24 D19: an abandoned order is closed at the provider and here, and can be bought anew', async () => {
    const orderId = await opened('crs_9_x');
    await cloud.advance(33 * MINUTE);
    expect((await orderDocument(cloud, orderId)).status).toBe('closed');
    const again = dataOf(await order(amy, 'crs_9_x'));
    expect(again.orderId).not.toBe(orderId);
    expect(again.status).toBe('pending');
  });

  it('X7: an order paid without a word is found paid when it is to be closed', async () => {
    const orderId = await opened('crs_10_x');
    await cloud.advance(29 * MINUTE);
    await cloud.pay(orderId, { callbacks: 0 });
    expect(dataOf(await amy.call('cancelOrder', { orderId }))).toEqual({ status: 'paid' });
    expect(await sourcesOf(cloud, 'oAmy', 'crs_10_x')).toEqual({ [orderId]: 'granted' });
  });

  it('D17: a cancelled order says closed, and nothing can be paid with it any more', async () => {
    const orderId = await opened('crs_11_x');
    expect(dataOf(await amy.call('cancelOrder', { orderId }))).toEqual({ status: 'closed' });
    expect(dataOf(await amy.call('cancelOrder', { orderId }))).toEqual({ status: 'closed' });
    expect(codeOf(await amy.call('resumePayment', { orderId }))).toBe('ORDER_NOT_PAYABLE');
  });

  it('D17: a paid order cannot be cancelled', async () => {
    const orderId = await bought(cloud, amy, 'crs_12_x');
    expect(codeOf(await amy.call('cancelOrder', { orderId }))).toBe('ORDER_NOT_CANCELLABLE');
  });

  it('an expired order makes way for a new one at once, though no timer ran', async () => {
    const orderId = await opened('crs_13_x');
    await cloud.post('/_local/clock', { advanceMs: 30 * MINUTE + 1000 });
    const again = dataOf(await order(amy, 'crs_13_x'));
    expect(again.orderId).not.toBe(orderId);
  });
});

describe('money that comes after closing', () => {
  it('D19 F41 X8: opens the course', async () => {
    const orderId = await opened('crs_14_x');
    await faults({ closeOkButPaid: true });
    expect(dataOf(await amy.call('cancelOrder', { orderId }))).toEqual({ status: 'closed' });
    await cloud.pay(orderId);
    const { status, history } = await orderDocument(cloud, orderId);
    expect(status).toBe('paid');
    expect(history.map(({ to }) => to)).toEqual(['pending', 'closing', 'closed', 'late', 'paid']);
    expect(await sourcesOf(cloud, 'oAmy', 'crs_14_x')).toEqual({ [orderId]: 'granted' });
    expect(await kindsOf(cloud, orderId)).toEqual(['paid']);
  });

  it('is found by asking again, though WeChat never said a word', async () => {
    const orderId = await opened('crs_15_x');
    await faults({ closeOkButPaid: true });
    await amy.call('cancelOrder', { orderId });
    await cloud.pay(orderId, { callbacks: 0 });
    await cloud.advance(12 * MINUTE);
    expect((await orderDocument(cloud, orderId)).status).toBe('paid');
  });

  it('X9 X11: goes back when the course was bought by another order meanwhile', async () => {
    const lateOrder = await opened('crs_16_x');
    await faults({ closeOkButPaid: true });
    await amy.call('cancelOrder', { orderId: lateOrder });
    await faults({});
    const kept = await bought(cloud, amy, 'crs_16_x');
    await cloud.pay(lateOrder);
    expect((await orderDocument(cloud, lateOrder)).status).toBe('autoRefunding');
    await cloud.advance(3 * MINUTE);
    expect((await orderDocument(cloud, lateOrder)).status).toBe('autoRefunded');
    expect(await sourcesOf(cloud, 'oAmy', 'crs_16_x')).toEqual({ [kept]: 'granted' });
    expect(await kindsOf(cloud, lateOrder)).toEqual(['refundSucceeded', 'sentBack']);
    expect(await balance(cloud, 'refundPayable')).toBe(0);
  });
});

it('a closed order is asked after for a day', async () => {
  const orderId = await opened('crs_17_x');
  await amy.call('cancelOrder', { orderId });
  const closedAt = (await orderDocument(cloud, orderId)).history.at(-1)?.at ?? 0;
  const waits = [(await orderDocument(cloud, orderId)).checkAt ?? 0];
  await cloud.advance(11 * MINUTE);
  waits.push((await orderDocument(cloud, orderId)).checkAt ?? 0);
  await cloud.advance(50 * MINUTE);
  waits.push((await orderDocument(cloud, orderId)).checkAt ?? 0);
  expect(waits.map((at) => at - closedAt)).toEqual([10 * MINUTE, HOUR, 24 * HOUR]);
});

it('leaves nothing wrong in the books', async () => {
  expect(await cloud.audit()).toEqual([]);
});
