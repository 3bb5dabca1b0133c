import { dataOf, type TestCloud } from '../cloud';
import { bought, course, openShop, order, registered } from './stage';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await openShop(course('crs_bought'), course('crs_open'));
});
afterAll(() => cloud.close());

describe('a buyer’s orders', () => {
  it('are listed by status where a tab asks for some, in two round trips', async () => {
    const amy = await registered(cloud, 'oAmy');
    const paid = await bought(cloud, amy, 'crs_bought');
    const { orderId: open } = dataOf(await order(amy, 'crs_open'));
    const listed = async (statuses?: string[]) =>
      dataOf(await amy.call('getOrders', { ...(statuses && { statuses }) })).items.map(
        ({ orderId }) => orderId,
      );
    expect(await listed()).toEqual([open, paid]);
    expect(await listed(['paid', 'partiallyRefunded'])).toEqual([paid]);
    expect(await listed(['pending'])).toEqual([open]);
    expect(await listed(['refunded'])).toEqual([]);
    expect(await cloud.roundTrips(() => listed(['paid']))).toBe(2);
  });
});
