import type { User } from '../../server/accounts/user';
import { NO_RIGHTS } from '../../shared/access/rights';
import type { Order } from '../../server/orders/order';
import { codeOf, dataOf, type TestCloud } from '../cloud';
import { course, MINUTE, openShop, order, seatsOf } from './stage';

const BUYERS = 1000;
const SEATS = 100;

let cloud: TestCloud;

/** Somebody who registered long ago. */
const buyer = (index: number): User => ({
  _id: `usr_rush${index}`,
  openids: [`oRush${index}`],
  role: 'learner',
  rights: NO_RIGHTS,
  nickname: `学员${index}`,
  names: [`学员${index}`],
  introduction: '',
  joinedAt: 1,
});

beforeAll(async () => {
  cloud = await openShop(course('crs_rush', { seatCap: SEATS }));
  await cloud.insert('users', ...Array.from({ length: BUYERS }, (_, index) => buyer(index)));
});

afterAll(() => cloud.close());

const statuses = async (): Promise<Record<string, number>> => {
  const orders = await cloud.documents<Order>('orders');
  return orders.reduce<Record<string, number>>(
    (counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }),
    {},
  );
};

describe(`${BUYERS} buyers at once for ${SEATS} seats`, () => {
  it('R6: exactly as many get one as there are; the others are told politely and see no conflict', async () => {
    const began = performance.now();
    const replies = await Promise.all(
      Array.from({ length: BUYERS }, (_, index) => order(cloud.as(`oRush${index}`), 'crs_rush')),
    );
    const seconds = (performance.now() - began) / 1000;

    const refusals = new Set(replies.filter(({ ok }) => !ok).map(codeOf));
    expect([...refusals]).toEqual(['COURSE_SOLD_OUT']);
    const orderIds = replies.flatMap((reply) => (reply.ok ? [reply.data.orderId] : []));
    expect(orderIds).toHaveLength(SEATS);
    const pool = await seatsOf(cloud, 'crs_rush');
    expect(pool?.taken).toBe(SEATS);
    expect([...(pool?.holders ?? [])].sort()).toEqual(orderIds.map((id) => `${id}#1`).sort());
    expect(seconds).toBeLessThan(60);
  });

  it('S24: those who pay keep their seat, all other seats come back', async () => {
    const paying = (await cloud.documents<Order>('orders'))
      .filter(({ status }) => status === 'pending')
      .slice(0, 10);
    for (const { _id } of paying) await cloud.pay(_id);
    await cloud.advance(35 * MINUTE);
    expect(await statuses()).toEqual({ paid: 10, closed: BUYERS - 10 });
    const pool = await seatsOf(cloud, 'crs_rush');
    expect(pool?.taken).toBe(10);
    const again = await order(cloud.as('oRush999'), 'crs_rush');
    expect(dataOf(again).status).toBe('pending');
  });
});
