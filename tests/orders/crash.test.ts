import { dataOf, type TestCloud } from '../cloud';
import {
  balance,
  bought,
  course,
  freshRequest,
  kindsOf,
  MINUTE,
  openShop,
  order,
  orderDocument,
  registered,
  seatsOf,
  sourcesOf,
} from './stage';

let cloud: TestCloud;

/** Each round trip to the database takes this long here, so that a moment can be put between any two. */
const TRIP_MS = 60;

/** After how many of its round trips a call is cut off (a refund: after twice as many). */
const TRIPS = [2, 4, 6] as const;

beforeAll(async () => {
  cloud = await openShop(
    course('crs_warm'),
    ...TRIPS.flatMap((trip) => [
      course(`crs_create_${trip}`, { seatCap: 3 }),
      course(`crs_paying_${trip}`),
      course(`crs_refund_${trip}`),
    ]),
  );
});

afterAll(() => cloud.close());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Has every function called once, so that what follows is not the time of a cold start. */
const warmUp = async (trip: number) => {
  const someone = await registered(cloud, `oWarm${trip}${freshRequest()}`);
  const orderId = await bought(cloud, someone, 'crs_warm');
  await someone.call('refund', { requestId: freshRequest(), orderId: 'ord_none', reason: '没有' });
  return orderId;
};

/** Begins something and pulls the plug after so many of its round trips; what the caller sees of it does not matter. */
const cutOff = async (trips: number, work: () => Promise<unknown>) => {
  await cloud.post('/_local/faults', { reset: true, databaseLatencyMs: TRIP_MS });
  const lost = work().catch(() => undefined);
  await pause(trips * TRIP_MS + TRIP_MS / 2);
  await cloud.restart({ kill: true });
  await lost;
};

describe.each(TRIPS)('cut off after %d round trips', (trip) => {
  it('D16: an order comes out as one order with one seat, or none', async () => {
    const courseId = `crs_create_${trip}`;
    const amy = await registered(cloud, `oCreate${trip}`);
    const requestId = freshRequest();
    await warmUp(trip);
    await cutOff(trip, () => order(amy, courseId, { requestId }));
    const phone = cloud.as(`oCreate${trip}`);
    const { orderId } = dataOf(await order(phone, courseId, { requestId }));
    await cloud.pay(orderId);
    expect((await orderDocument(cloud, orderId)).status).toBe('paid');
    expect((await seatsOf(cloud, courseId))?.holders).toEqual([`${orderId}#1`]);
  });

  it('D16: a payment ends in one grant and one journal entry', async () => {
    const courseId = `crs_paying_${trip}`;
    const amy = await registered(cloud, `oPaying${trip}`);
    const { orderId } = dataOf(await order(amy, courseId));
    await warmUp(trip);
    await cutOff(trip, () => cloud.pay(orderId));
    await cloud.pay(orderId).catch(() => undefined);
    await cloud.advance(4 * MINUTE);
    expect((await orderDocument(cloud, orderId)).status).toBe('paid');
    expect(await kindsOf(cloud, orderId)).toEqual(['paid']);
    expect(await sourcesOf(cloud, `oPaying${trip}`, courseId)).toEqual({ [orderId]: 'granted' });
  });

  it('D16: a refund pays once and ends', async () => {
    const courseId = `crs_refund_${trip}`;
    const amy = await registered(cloud, `oRefund${trip}`);
    const { orderId } = dataOf(await order(amy, courseId));
    await cloud.pay(orderId);
    const request = { requestId: freshRequest(), orderId, reason: '不想学了' };
    await warmUp(trip);
    await cutOff(trip * 2, () => amy.call('refund', request));
    dataOf(await cloud.as(`oRefund${trip}`).call('refund', request));
    await cloud.advance(5 * MINUTE);
    expect(await orderDocument(cloud, orderId)).toMatchObject({
      status: 'refunded',
      refunded: 12_800,
    });
    expect(await kindsOf(cloud, orderId)).toEqual(['paid', 'refundApproved', 'refundSucceeded']);
    expect(await balance(cloud, 'refundPayable')).toBe(0);
  });
});
