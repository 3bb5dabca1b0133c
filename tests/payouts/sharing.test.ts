import type { Order } from '../../server/orders/order';
import type { Payout } from '../../server/payouts/payout';
import { codeOf, dataOf, openCloud, type Phone, type TestCloud } from '../cloud';
import {
  admin,
  afterHold,
  askPayout,
  fold,
  payoutOf,
  PRICE,
  refundWhole,
  sell,
  sellers,
  SHARE,
  type Payable,
} from '../earnings/teachers';
import { change, DAY, freshRequest, MINUTE } from '../orders/stage';

const NAMES = [
  'Plain',
  'Unanswered',
  'Lost',
  'Closed',
  'Partly',
  'Refunded',
  'Cancelled',
  'Rejected',
  'Stale',
  'Expired',
  'Given',
];

/** What WeChat Pay lets the local shop share of a price of 100 yuan. */
const CAP = (PRICE * 30) / 100;

let cloud: TestCloud;
let ada: Phone;
let bob: Phone;
let named: (name: string) => Payable;

beforeAll(async () => {
  cloud = await openCloud();
  ada = await admin(cloud, 'oAda');
  bob = await admin(cloud, 'oBob');
  named = await sellers(cloud, NAMES, { method: 'sharing', realName: '林一' });
  await sell(cloud, named('Partly'), 'oSecondBuyer');
  await afterHold(cloud);
}, 300_000);
beforeEach(() => faults({}));
afterAll(() => cloud.close());

const faults = (change: object) => cloud.post('/_local/faults', { reset: true, ...change });
const manage = (phone: Phone, action: string, more: object) =>
  phone.call('manageMoney', { action, ...more });
const approve = async (payoutId: string) =>
  dataOf(await manage(ada, 'approvePayout', { payoutId }));
const approved = async (name: string, amount = CAP) => {
  const payoutId = await payoutOf(named(name), amount);
  await approve(payoutId);
  return payoutId;
};
const keepBooks = async (times = 1) => {
  for (let time = 0; time < times; time += 1) {
    await cloud.advance(3 * MINUTE);
    await cloud.runTimer('keepBooks');
  }
};
const documentOf = async <T extends { _id: string }>(collection: string, id: string) => {
  const found = (await cloud.documents<T>(collection)).find(({ _id }) => _id === id);
  if (!found) throw new Error(`no ${id} in ${collection}`);
  return found;
};
const payoutDocument = (payoutId: string) => documentOf<Payout>('payouts', payoutId);
const timelineOf = async (orderId: string): Promise<string[]> => {
  type Payments = { payments: { outTradeNo: string; timeline: { text: string }[] }[] };
  const { payments } = await cloud.get<Payments>('/_local/payments?limit=100');
  const payment = payments.find(({ outTradeNo }) => outTradeNo === orderId);
  return payment?.timeline.map(({ text }) => text) ?? [];
};
const timesTaken = async (orderId: string) =>
  (await timelineOf(orderId)).filter((text) => text.startsWith('受理分账')).length;

describe('a payout by 分账', () => {
  it('W22: takes of each order what WeChat lets it share, and leaves the rest available', async () => {
    const plain = named('Plain');
    expect(await plain.call('read')).toMatchObject({ available: SHARE, shareable: CAP });
    const payoutId = await approved('Plain');
    await keepBooks(2);
    expect(await payoutDocument(payoutId)).toMatchObject({
      status: 'done',
      shares: [{ orderId: plain.sale.orderId, amount: CAP, outcome: { kind: 'done' } }],
    });
    expect(await plain.call('read')).toMatchObject({
      available: SHARE - CAP,
      inTransit: 0,
      shareable: 0,
      obstacle: expect.stringContaining('没有可以分账的订单'),
    });
    expect(await fold(cloud, 'payoutTransit')).toBe(0);
  });

  it('is of all that can be shared, or is asked for again', async () => {
    expect(codeOf(await askPayout(named('Rejected'), CAP - 1))).toBe('CHANGED_MEANWHILE');
    expect(codeOf(await askPayout(named('Rejected'), CAP + 1))).toBe('PAYOUT_TOO_MUCH');
  });

  it('M27: taken but answered with an error, it is asked after under its number and paid once', async () => {
    const payoutId = await approved('Unanswered');
    await faults({ errorAfterAccepting: ['profitSharing'] });
    await keepBooks();
    const { tries } = await payoutDocument(payoutId);
    expect(tries).toBeGreaterThan(0);
    await faults({});
    await keepBooks(2);
    expect((await payoutDocument(payoutId)).status).toBe('done');
    expect(await timesTaken(named('Unanswered').sale.orderId)).toBe(1);
  });

  it('W23: lost on its way, it is sent again under the same number', async () => {
    const payoutId = await approved('Lost');
    await faults({ loseCalls: ['profitSharing'] });
    await keepBooks();
    const { shares, said } = await payoutDocument(payoutId);
    const { number } = shares?.[0] ?? {};
    expect(said).toContain('no answer');
    await faults({});
    await keepBooks(3);
    expect(await payoutDocument(payoutId)).toMatchObject({ status: 'done', shares: [{ number }] });
    expect(await timesTaken(named('Lost').sale.orderId)).toBe(1);
  });

  it('E10: closed by WeChat Pay, the money is the teacher’s again, to be paid some other way', async () => {
    const closed = named('Closed');
    const payoutId = await approved('Closed');
    await faults({ closeSharings: [`${payoutId}S1`] });
    await keepBooks(2);
    expect(await payoutDocument(payoutId)).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('分账失败'),
    });
    expect(await closed.call('read')).toMatchObject({
      available: SHARE,
      inTransit: 0,
      shareable: 0,
    });
  });

  it('E9 E10: of two orders one arrives and one does not; each is booked as what it was', async () => {
    const partly = named('Partly');
    const payoutId = await approved('Partly', 2 * CAP);
    await faults({ closeSharings: [`${payoutId}S2`] });
    await keepBooks(2);
    expect(await payoutDocument(payoutId)).toMatchObject({
      status: 'done',
      shares: [{ outcome: { kind: 'done' } }, { outcome: { kind: 'failed' } }],
    });
    expect(await partly.call('read')).toMatchObject({
      available: 2 * SHARE - CAP,
      inTransit: 0,
    });
    expect(await partly.call('payouts')).toMatchObject({ items: [{ arrived: CAP }] });
  });
});

describe('the orders behind it', () => {
  it('an order refunded after it was shared makes its teacher owe what they have no more (E11)', async () => {
    const refunded = named('Refunded');
    await approved('Refunded');
    await keepBooks(2);
    dataOf(await refundWhole(refunded.sale, ada));
    await cloud.advance(5000);
    expect((await documentOf<Order>('orders', refunded.sale.orderId)).status).toBe('refunded');
    expect(await refunded.call('read')).toMatchObject({ available: 0, receivable: CAP });
  });

  it('a refund first frees what is frozen, so that the whole price goes back', async () => {
    const cancelled = named('Cancelled');
    dataOf(await refundWhole(cancelled.sale, ada));
    await cloud.advance(5000);
    expect((await documentOf<Order>('orders', cancelled.sale.orderId)).status).toBe('refunded');
    expect(await timelineOf(cancelled.sale.orderId)).toContainEqual(
      expect.stringContaining(`受理分账 ${cancelled.sale.orderId}F，0 分`),
    );
    expect(await cancelled.call('read')).toMatchObject({ available: 0, shareable: 0 });
  });

  it('a refund that the shop’s own balance cannot pay waits under its number, and goes when it can', async () => {
    const { sale } = named('Plain');
    await faults({ merchantBalanceShort: true });
    dataOf(await refundWhole(sale, ada));
    await cloud.advance(2 * MINUTE);
    await cloud.runTimer('submitRefunds');
    expect((await documentOf<Order>('orders', sale.orderId)).status).toBe('paid');
    await faults({});
    await cloud.advance(3 * MINUTE);
    await cloud.runTimer('submitRefunds');
    await cloud.advance(5000);
    expect((await documentOf<Order>('orders', sale.orderId)).status).toBe('refunded');
  });

  it('a rejected payout lets its orders go', async () => {
    const rejected = named('Rejected');
    const payoutId = await payoutOf(rejected, CAP);
    expect(await rejected.call('read')).toMatchObject({ shareable: 0 });
    dataOf(await manage(bob, 'rejectPayout', { payoutId, reason: '资料不全' }));
    expect(await rejected.call('read')).toMatchObject({ available: SHARE, shareable: CAP });
  });

  it('X26: one with a refund asked for since is not shared; its payout comes to nothing', async () => {
    const stale = named('Stale');
    const payoutId = await approved('Stale');
    const { phone, orderId } = stale.sale;
    dataOf(await phone.call('refund', { requestId: freshRequest(), orderId, reason: '不合适' }));
    await keepBooks();
    expect(await payoutDocument(payoutId)).toMatchObject({
      status: 'failed',
      reason: '有订单正在退款，请重新申请',
    });
    expect(await timesTaken(orderId)).toBe(0);
    expect(await stale.call('read')).toMatchObject({ available: SHARE, shareable: 0 });
  });

  it('M28: given up only when WeChat Pay has not heard of it for an hour', async () => {
    const payoutId = await approved('Given');
    await faults({ loseCalls: ['profitSharing'] });
    await keepBooks();
    const wish = { payoutId, reason: '微信一直不受理' };
    const giveUp = () => manage(bob, 'giveUpPayout', wish);
    expect(codeOf(await giveUp())).toBe('PAYOUT_STILL_UNDER_WAY');
    const { number } = (await payoutDocument(payoutId)).shares?.[0] ?? {};
    let answer = await giveUp();
    for (let time = 0; time < 12 && !answer.ok; time += 1) {
      await cloud.advance(30 * MINUTE);
      answer = await giveUp();
    }
    dataOf(answer);
    expect(await timesTaken(named('Given').sale.orderId)).toBe(0);
    expect((await payoutDocument(payoutId)).shares).toMatchObject([{ number }]);
    expect(await payoutDocument(payoutId)).toMatchObject({ status: 'failed', reason: wish.reason });
    expect(await named('Given').call('read')).toMatchObject({ available: SHARE, inTransit: 0 });
  });

  it('28 days after paying an order can be shared no more, and says so', async () => {
    const { sale } = named('Expired');
    const { now } = await cloud.get<{ now: number }>('/_local/clock');
    const { paid } = await documentOf<Order>('orders', sale.orderId);
    expect((await documentOf<Order>('orders', sale.orderId)).shareableUntil).toBe(
      (paid?.at ?? 0) + 28 * DAY,
    );
    const soon = { shareableUntil: now + 5 * MINUTE };
    await change(cloud, { collection: 'orders', id: sale.orderId }, soon);
    const payoutId = await payoutOf(named('Expired'), CAP);
    await cloud.advance(6 * MINUTE);
    await approve(payoutId);
    await keepBooks();
    expect(await payoutDocument(payoutId)).toMatchObject({
      status: 'failed',
      reason: '有订单已超过分账期限，请重新申请',
    });
    expect(await named('Expired').call('read')).toMatchObject({ available: SHARE, shareable: 0 });
  });
});

it('INV13 INV33: leaves nothing wrong in the books', async () => {
  expect(await cloud.audit()).toEqual([]);
});
