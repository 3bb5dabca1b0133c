import type { JournalEntry } from '../../server/journal/journal';
import { dayOf, endOf } from '../../server/reconciliation/days';
import type { Reconciliation } from '../../server/reconciliation/reconciliation';
import type { Order } from '../../server/orders/order';
import { codeOf, dataOf, type Phone, type TestCloud } from '../cloud';
import {
  balance,
  bought,
  course,
  DAY,
  freshRequest,
  HOUR,
  kindsOf,
  MINUTE,
  openShop,
  order,
  orderDocument,
  registered,
  sourcesOf,
} from '../orders/stage';
import { openDifferences, suspenseIsExplained } from '../books/stage';

let cloud: TestCloud;
let phones: Phone[];

const COURSES = Array.from({ length: 24 }, (_, index) => `crs_${index}_x`);

const faults = (knobs: object) => cloud.post('/_local/faults', { reset: true, ...knobs });
const now = async () => (await cloud.get<{ now: number }>('/_local/clock')).now;

/** Goes on to a time of the next day in Beijing; gives the day that ended. */
const nextDayAt = async (hours: number): Promise<string> => {
  const day = dayOf(await now());
  await cloud.advance(endOf(day) + hours * HOUR - (await now()));
  return day;
};

const dayDocument = async (date: string, provider = 'cloudPay'): Promise<Reconciliation> => {
  const found = (await cloud.documents<Reconciliation>('reconciliations')).find(
    ({ _id }) => _id === `${provider}_${date}`,
  );
  if (!found) throw new Error(`no reconciliation of ${date}`);
  return found;
};

beforeAll(async () => {
  cloud = await openShop(...COURSES.map((courseId) => course(courseId)));
  phones = await Promise.all(['oAmy', 'oBen', 'oCat'].map((openid) => registered(cloud, openid)));
}, 60_000);

afterEach(async () => {
  await faults({});
  await suspenseIsExplained(cloud);
});
afterAll(() => cloud.close());

const amy = () => phones[0] as Phone;
const paidInSilence = async (phone: Phone, courseId: string) => {
  const { orderId } = dataOf(await order(phone, courseId));
  await cloud.pay(orderId, { callbacks: 0 });
  return orderId;
};

describe('X6: a day without a single callback', () => {
  it('reconciliation alone opens every course that was paid for', async () => {
    await faults({ loseCallbacks: true, errorAfterAccepting: ['queryOrder', 'closeOrder'] });
    const bySomeone = phones.flatMap((phone) =>
      COURSES.slice(0, 12).map((courseId) => ({ phone, courseId })),
    );
    const orderIds = await Promise.all(
      bySomeone.map(({ phone, courseId }) => paidInSilence(phone, courseId)),
    );
    const day = await nextDayAt(9);
    const before = await cloud.documents<Order>('orders');
    expect(before.filter(({ paid }) => paid)).toEqual([]);

    await cloud.advance(2 * HOUR);
    const orders = await cloud.documents<Order>('orders');
    expect(orders.map(({ status }) => status)).toEqual(orderIds.map(() => 'paid'));
    expect(orders.map(({ paid }) => paid?.heardFrom)).toEqual(orderIds.map(() => 'bill'));
    for (const { openid } of phones)
      for (const courseId of COURSES.slice(0, 12))
        expect(Object.values(await sourcesOf(cloud, openid ?? '', courseId))).toEqual(['granted']);

    const paid = 12_800 * orderIds.length;
    const fees = 77 * orderIds.length;
    expect(await dayDocument(day)).toMatchObject({
      status: 'balanced',
      tally: { matched: 0, repaired: orderIds.length, open: 0, paid, refunded: 0, journal: paid },
    });
    expect(await balance(cloud, 'expense:fee')).toBe(fees);
    expect(await balance(cloud, 'psp:cloudPay')).toBe(paid - fees);
  }, 120_000);
});

describe('INV23: a day’s bill and the journal', () => {
  it('agree on payments, refunds and fees, and the bill is kept closed to everybody', async () => {
    const [first, second] = [
      await bought(cloud, amy(), 'crs_12_x'),
      await bought(cloud, amy(), 'crs_13_x'),
    ];
    await cloud.advance(MINUTE);
    dataOf(
      await amy().call('refund', { requestId: freshRequest(), orderId: first, reason: '不合适' }),
    );
    await cloud.advance(5 * MINUTE);
    await cloud.post(`/_local/pay/${second}/refund`, { by: 'console', amount: 2800 });
    await cloud.advance(5 * MINUTE);
    const day = await nextDayAt(11);
    const done = await dayDocument(day);
    expect(done).toMatchObject({
      status: 'balanced',
      tally: { matched: 4, repaired: 0, open: 0, paid: 25_600, refunded: 15_600, journal: 10_000 },
    });
    expect(done.billFile).toMatch(new RegExp(`bills/cloudPay/${day}.csv$`));
  });

  it('may be compared again at will: nothing is booked twice', async () => {
    const admin = await registered(cloud, 'oLocalAdmin');
    const journal = await cloud.documents<JournalEntry>('journal');
    const date = dayOf((await now()) - DAY);
    const again = { action: 'reconcileAgain', provider: 'cloudPay', date };
    dataOf(await admin.call('manageMoney', again));
    expect(await dayDocument(date)).toMatchObject({ run: 2, position: 0, status: 'waiting' });
    await Promise.all([cloud.runTimer('keepBooks'), cloud.runTimer('keepBooks')]);
    expect(await dayDocument(date)).toMatchObject({
      run: 2,
      status: 'balanced',
      tally: { matched: 4, paid: 25_600, refunded: 15_600 },
    });
    const after = await cloud.documents<JournalEntry>('journal');
    expect(after.filter(({ kind }) => kind !== 'matured')).toEqual(
      journal.filter(({ kind }) => kind !== 'matured'),
    );
    const today = { ...again, date: dayOf(await now()) };
    expect(codeOf(await admin.call('manageMoney', today))).toBe('NOT_FOUND');
  });
});

describe('what does not agree', () => {
  it('W21: a bill that is not there yet is waited for', async () => {
    await faults({ billsNotReady: true });
    const day = await nextDayAt(11);
    expect(await dayDocument(day)).toMatchObject({ status: 'waiting', note: '账单尚未生成' });
    await faults({});
    await cloud.advance(15 * MINUTE);
    expect(await dayDocument(day)).toMatchObject({ status: 'balanced' });
  });

  it('a payment of an order that nobody made waits in suspense', async () => {
    await bought(cloud, amy(), 'crs_14_x');
    await faults({ billExtraPayment: 500 });
    const day = await nextDayAt(11);
    expect(await dayDocument(day)).toMatchObject({ status: 'differs', tally: { open: 1 } });
    expect(await openDifferences(cloud)).toMatchObject([{ kind: 'orphan', suspense: 500 }]);
  });

  it('another amount than ours is a difference, and changes nothing', async () => {
    const orderId = await bought(cloud, amy(), 'crs_15_x');
    await faults({ billWrongAmount: 9900 });
    const day = await nextDayAt(11);
    expect(await dayDocument(day)).toMatchObject({ status: 'differs' });
    const found = (await openDifferences(cloud)).find((each) => each.orderId === orderId);
    expect(found).toMatchObject({ kind: 'amountDiffers', suspense: 0 });
    expect(found?.detail).toBe('账单上付款 ¥99.00，本店记录为 ¥128.00');
    expect(await kindsOf(cloud, orderId)).toEqual(['paid']);
  });

  it('what is in no bill two days later is missing there', async () => {
    const orderId = await bought(cloud, amy(), 'crs_16_x');
    await faults({ billOmits: [orderId] });
    await nextDayAt(11);
    const find = async () =>
      (await openDifferences(cloud)).find((each) => each.orderId === orderId);
    expect(await find()).toBeUndefined();
    await cloud.advance(2 * DAY + HOUR);
    expect(await find()).toMatchObject({ kind: 'missingThere', suspense: 0 });
  });
});

describe('virtual payment', () => {
  it('is compared with the file of its own bill', async () => {
    const { code } = await cloud.post<{ code: string }>(
      '/_local/login',
      {},
      { 'x-openid': 'oAmy' },
    );
    const made = await order(amy(), 'crs_17_x', { platform: 'android', loginCode: code });
    const { orderId, payment } = dataOf(made);
    await cloud.post('/_local/virtual-payment', payment?.params, { 'x-openid': 'oAmy' });
    await cloud.pay(orderId, { callbacks: 0 });
    const day = await nextDayAt(11);
    expect((await orderDocument(cloud, orderId)).status).toBe('paid');
    expect(await dayDocument(day, 'virtualPay')).toMatchObject({
      status: 'balanced',
      tally: { paid: 12_800, fees: 128_000, journal: 12_800 },
    });
  });
});
