import { codeOf, dataOf, type TestCloud } from '../cloud';
import {
  course,
  MINUTE,
  openShop,
  order,
  orderDocument,
  registered,
  seatsOf,
  sourcesOf,
} from './stage';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openShop(
    course('crs_crowd', { seatCap: 5 }),
    course('crs_freed', { seatCap: 1 }),
    course('crs_late_free', { seatCap: 1 }),
    course('crs_late_gone', { seatCap: 1 }),
    course('crs_cost', { seatCap: 3 }),
  );
});

afterEach(() => cloud.post('/_local/faults', { reset: true }));
afterAll(() => cloud.close());

describe('limited places', () => {
  it('R6: of twenty buyers for five places exactly five get one, the others a plain answer', async () => {
    const buyers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => registered(cloud, `oCrowd${index}`)),
    );
    const codes = (await Promise.all(buyers.map((buyer) => order(buyer, 'crs_crowd')))).map(codeOf);
    expect(codes.filter((code) => code === 'OK')).toHaveLength(5);
    expect(codes.filter((code) => code === 'COURSE_SOLD_OUT')).toHaveLength(15);
    const pool = await seatsOf(cloud, 'crs_crowd');
    expect({ taken: pool?.taken, holders: new Set(pool?.holders).size }).toEqual({
      taken: 5,
      holders: 5,
    });
  });

  it('S24: a cancelled order gives its place to the next buyer', async () => {
    const [first, second] = [await registered(cloud, 'oFirst'), await registered(cloud, 'oSecond')];
    const { orderId } = dataOf(await order(first, 'crs_freed'));
    expect(codeOf(await order(second, 'crs_freed'))).toBe('COURSE_SOLD_OUT');
    await first.call('cancelOrder', { orderId });
    expect(codeOf(await order(second, 'crs_freed'))).toBe('OK');
  });

  it('X8: late money gets a place under a new token when one is free', async () => {
    const amy = await registered(cloud, 'oLateAmy');
    const { orderId } = dataOf(await order(amy, 'crs_late_free'));
    await cloud.post('/_local/faults', { reset: true, closeOkButPaid: true });
    await amy.call('cancelOrder', { orderId });
    await cloud.pay(orderId);
    expect((await orderDocument(cloud, orderId)).status).toBe('paid');
    expect((await seatsOf(cloud, 'crs_late_free'))?.holders).toEqual([`${orderId}#2`]);
    await cloud.runTimer('deliverOutbox');
    expect((await seatsOf(cloud, 'crs_late_free'))?.holders).toEqual([`${orderId}#2`]);
  });

  it('D19 X9: late money goes back when the place is gone', async () => {
    const [amy, ben] = [await registered(cloud, 'oGoneAmy'), await registered(cloud, 'oGoneBen')];
    const { orderId } = dataOf(await order(amy, 'crs_late_gone'));
    await cloud.post('/_local/faults', { reset: true, closeOkButPaid: true });
    await amy.call('cancelOrder', { orderId });
    const taken = dataOf(await order(ben, 'crs_late_gone')).orderId;
    await cloud.pay(taken);
    await cloud.pay(orderId);
    expect((await orderDocument(cloud, orderId)).status).toBe('autoRefunding');
    await cloud.advance(3 * MINUTE);
    expect((await orderDocument(cloud, orderId)).status).toBe('autoRefunded');
    expect(await sourcesOf(cloud, 'oGoneAmy', 'crs_late_gone')).toEqual({});
    expect((await seatsOf(cloud, 'crs_late_gone'))?.holders).toEqual([`${taken}#1`]);
  });

  it('takes 4 round trips to order where places are limited', async () => {
    const dora = await registered(cloud, 'oDora');
    await order(await registered(cloud, 'oEve'), 'crs_cost');
    const trips = await cloud.roundTrips(() => order(dora, 'crs_cost'));
    expect(trips).toBe(4);
  });
});

it('leaves nothing wrong in the books', async () => {
  expect(await cloud.audit()).toEqual([]);
});
