import type { Seal } from '../../server/journal/seals';
import { dayOf } from '../../server/reconciliation/days';
import { openCloud, type TestCloud } from '../cloud';
import { bought, change, DAY, journalOf, orderDocument, registered } from '../orders/stage';
import { fold } from './teachers';

const YEAR = { planId: 'plan_year', name: '年度会员', days: 365, price: 36_500, perks: [] };

let cloud: TestCloud;
let orderId: string;
beforeAll(async () => {
  cloud = await openCloud();
  await change(cloud, { collection: 'settings', id: 'shop' }, { plans: [YEAR] });
  orderId = await bought(cloud, await registered(cloud, 'oMember'), 'plan_year', 'membership');
  await cloud.advance(35 * DAY);
  await cloud.runTimer('keepBooks');
}, 240_000);
afterAll(() => cloud.close());

describe('a membership', () => {
  it('E15: leaves the pool month by month as it is used up', async () => {
    const { earned = 0, earnAt } = await orderDocument(cloud, orderId);
    expect(earned).toBeGreaterThan(0);
    expect(earned).toBeLessThanOrEqual(3600);
    expect(earnAt).toBeDefined();
    expect(await fold(cloud, 'membershipPool')).toBe(earned - YEAR.price);
    expect(await fold(cloud, 'revenue:membership')).toBe(-earned);
    await cloud.runTimer('keepBooks');
    expect(await fold(cloud, 'revenue:membership')).toBe(-earned);
  });
});

describe('the seals of days', () => {
  const seals = async () =>
    (await cloud.documents<Seal>('seals')).sort((a, b) => (a._id < b._id ? -1 : 1));

  it('INV29: every day that is over has one, each holding the one before', async () => {
    const all = await seals();
    expect(all.length).toBeGreaterThanOrEqual(34);
    all.forEach((seal, at) => expect(seal.prev).toBe(all[at - 1]?.hash ?? ''));
    const onFirstDay = (await journalOf(cloud, orderId)).filter(
      ({ at }) => dayOf(at) === all[0]?._id,
    );
    expect(onFirstDay.length).toBeGreaterThan(0);
    expect(all[0]?.entries).toBe(onFirstDay.length);
  });
});
