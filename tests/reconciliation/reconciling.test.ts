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
});

afterEach(async () => {
  await faults({});
  await suspenseIsExplained(cloud);
});
afterAll(() => cloud.close());

const amy = () => phones[0] as Phone;
/** A day passes hundreds of times through every timer. */
const A_DAY_MS = 240_000;

const paidInSilence = async (phone: Phone, courseId: string) => {
  const { orderId } = dataOf(await order(phone, courseId));
  await cloud.pay(orderId, { callbacks: 0 });
  return orderId;
};

/** An order on an Android phone, paid by virtual payment without a word to us. */
const paidVirtually = async (courseId: string): Promise<string> => {
  const phone = { 'x-openid': 'oAmy' };
  const { code } = await cloud.post<{ code: string }>('/_local/login', {}, phone);
  const made = await order(amy(), courseId, { platform: 'android', loginCode: code });
  const { orderId, payment } = dataOf(made);
  await cloud.post('/_local/virtual-payment', payment?.params, phone);
  await cloud.pay(orderId, { callbacks: 0 });
  return orderId;
};

describe('X6: a day without a single callback', () => {
  it(
    'reconciliation alone opens every course that was paid for',
    async () => {
      await faults({ loseCallbacks: true, errorAfterAccepting: ['queryOrder', 'closeOrder'] });
      const bySomeone = phones.flatMap((phone) =>
        COURSES.slice(0, 7).map((courseId) => ({ phone, courseId })),
      );
      const orderIds = await Promise.all(
        bySomeone.map(({ phone, courseId }) => paidInSilence(phone, courseId)),
      );
      const day = await nextDayAt(10.75);

      const orders = await cloud.documents<Order>('orders');
      expect(orders.map(({ status }) => status)).toEqual(orderIds.map(() => 'paid'));
      expect(orders.map(({ paid }) => paid?.heardFrom)).toEqual(orderIds.map(() => 'bill'));
      for (const { openid } of phones)
        for (const courseId of COURSES.slice(0, 7))
          expect(Object.values(await sourcesOf(cloud, openid ?? '', courseId))).toEqual([
            'granted',
          ]);

      const paid = 12_800 * orderIds.length;
      const fees = 77 * orderIds.length;
      expect(await dayDocument(day)).toMatchObject({
        status: 'balanced',
        tally: { matched: 0, repaired: orderIds.length, open: 0, paid, refunded: 0, journal: paid },
      });
      expect(await balance(cloud, 'expense:fee')).toBe(fees);
      expect(await balance(cloud, 'psp:cloudPay')).toBe(paid - fees);
    },
    A_DAY_MS,
  );
});

describe('F46 INV23: a day’s bill and the journal', () => {
  let day: string;
  let virtualOrder: string;

  it(
    'W21: a bill that is not there yet is waited for',
    async () => {
      const first = await bought(cloud, amy(), 'crs_12_x');
      const second = await bought(cloud, amy(), 'crs_13_x');
      virtualOrder = await paidVirtually('crs_17_x');
      await cloud.advance(MINUTE);
      const asked = { requestId: freshRequest(), orderId: first, reason: '不合适' };
      dataOf(await amy().call('refund', asked));
      await cloud.advance(5 * MINUTE);
      await cloud.post(`/_local/pay/${second}/refund`, { by: 'console', amount: 2800 });
      await faults({ billsNotReady: true });
      day = await nextDayAt(10.75);
      expect(await dayDocument(day)).toMatchObject({ status: 'waiting', note: '账单尚未生成' });
      await faults({});
      // Virtual payment makes a bill when it is first asked for, and hands it out the next time.
      await cloud.advance(25 * MINUTE);
    },
    A_DAY_MS,
  );

  it('agree on payments, refunds and fees, and the bill is kept closed to everybody', async () => {
    const done = await dayDocument(day);
    expect(done).toMatchObject({
      status: 'balanced',
      tally: { matched: 4, repaired: 0, open: 0, paid: 25_600, refunded: 15_600, journal: 10_000 },
    });
    expect(done.billFile).toMatch(new RegExp(`bills/cloudPay/${day}.csv$`));
  });

  it('agree for virtual payment, by the file of its own bill', async () => {
    expect((await orderDocument(cloud, virtualOrder)).status).toBe('paid');
    expect(await dayDocument(day, 'virtualPay')).toMatchObject({
      status: 'balanced',
      tally: { paid: 12_800, fees: 128_000, journal: 12_800 },
    });
  });

  it('may be compared again at will: nothing is booked twice', async () => {
    const admin = await registered(cloud, 'oLocalAdmin');
    const journal = await cloud.documents<JournalEntry>('journal');
    const again = { action: 'reconcileAgain', provider: 'cloudPay', date: day };
    dataOf(await admin.call('manageMoney', again));
    expect(await dayDocument(day)).toMatchObject({ run: 2, position: 0, status: 'waiting' });
    await Promise.all([cloud.runTimer('keepBooks'), cloud.runTimer('keepBooks')]);
    expect(await dayDocument(day)).toMatchObject({
      run: 2,
      status: 'balanced',
      tally: { matched: 4, paid: 25_600, refunded: 15_600 },
    });
    expect(await cloud.documents<JournalEntry>('journal')).toEqual(journal);
    const today = { ...again, date: dayOf(await now()) };
    expect(codeOf(await admin.call('manageMoney', today))).toBe('NOT_FOUND');
  });
});

describe('F46: what does not agree', () => {
  let omitted: string;
  const about = async (orderId: string) =>
    (await openDifferences(cloud)).find((each) => each.orderId === orderId);

  it(
    'another amount than ours is a difference, and changes nothing',
    async () => {
      const orderId = await bought(cloud, amy(), 'crs_15_x');
      await cloud.advance(MINUTE);
      omitted = await bought(cloud, amy(), 'crs_16_x');
      await faults({ billWrongAmount: 9900, billExtraPayment: 500, billOmits: [omitted] });
      const day = await nextDayAt(10.75);
      expect(await dayDocument(day)).toMatchObject({ status: 'differs', tally: { open: 2 } });
      const found = await about(orderId);
      expect(found).toMatchObject({ kind: 'amountDiffers', suspense: 0 });
      expect(found?.detail).toBe('账单上付款 ¥99.00，本店记录为 ¥128.00');
      expect(await kindsOf(cloud, orderId)).toEqual(['paid']);
    },
    A_DAY_MS,
  );

  it('a payment of an order that nobody made waits in suspense', async () => {
    expect(await about('ord_of_nobody')).toMatchObject({ kind: 'orphan', suspense: 500 });
  });

  it(
    'what is in no bill two days later is missing there',
    async () => {
      await faults({ billOmits: [omitted] });
      expect(await about(omitted)).toBeUndefined();
      await cloud.advance(2 * DAY + HOUR);
      expect(await about(omitted)).toMatchObject({ kind: 'missingThere', suspense: 0 });
    },
    A_DAY_MS,
  );
});

it('leaves nothing wrong in the books', async () => {
  expect(await cloud.audit()).toEqual([]);
});
