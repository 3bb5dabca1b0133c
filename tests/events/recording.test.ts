import type { Event } from '../../server/events/events';
import { learner } from '../comments/fixtures';
import { codeOf, dataOf, openCloud, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

const LONG_AGO = 1_000_000;
const view = (eventId: string, more: object = {}) => ({
  eventId,
  name: 'page_view',
  at: LONG_AGO,
  page: 'pages/home/index',
  ...more,
});
const report = (openid: string, ...events: object[]) =>
  cloud.as(openid).call('recordEvents', { events });
const recorded = () => cloud.documents<Event>('events');

describe('reporting events', () => {
  it('S44: counts an event once, by its id, however often and however much at once it is sent', async () => {
    const again = [view('evt_aaaa0001'), view('evt_aaaa0002')];
    const replies = await Promise.all([report('oAmy', ...again), report('oAmy', ...again)]);
    expect(replies.reduce((sum, reply) => sum + dataOf(reply).recorded, 0)).toBe(2);
    expect(dataOf(await report('oAmy', ...again)).recorded).toBe(0);
    expect(await recorded()).toHaveLength(2);
  });

  it('takes the server’s time for the time, and keeps the phone’s beside it', async () => {
    const before = Date.now();
    dataOf(await report('oClock', view('evt_clock001')));
    const event = (await recorded()).find(({ clientAt }) => clientAt === LONG_AGO);
    expect(event?.at).toBeGreaterThanOrEqual(before - 1000);
  });

  it('knows visitors apart without naming them, and users by their id, role and source', async () => {
    dataOf(await report('oVisitor', view('evt_visit001', { subject: 'visitor' })));
    const user = await learner(cloud, 'oUser');
    dataOf(await report('oUser', view('evt_user0001', { subject: 'user' })));
    const events = await recorded();
    const byVisitor = events.find(({ subject }) => subject === 'visitor');
    const byUser = events.find(({ subject }) => subject === 'user');
    expect(byVisitor?.visitor).toMatch(/^[0-9a-f]{64}$/);
    expect(byVisitor?.userId).toBeUndefined();
    expect(byUser).toMatchObject({ userId: user.userId, role: 'learner', via: 'wx_client' });
    expect(JSON.stringify(events)).not.toContain('oVisitor');
  });

  it('lets nobody take another’s event for their own id', async () => {
    expect(dataOf(await report('oFirst', view('evt_same0001'))).recorded).toBe(1);
    expect(dataOf(await report('oSecond', view('evt_same0001'))).recorded).toBe(1);
  });

  it('refuses what only the server can know, more than twenty at once, and unknown fields', async () => {
    const bad = [
      [view('evt_bad00001', { name: 'order_paid' })],
      [view('evt_bad00002', { userId: 'usr_other' })],
      Array.from({ length: 21 }, (_, n) => view(`evt_many${String(n).padStart(4, '0')}`)),
    ];
    for (const events of bad) expect(codeOf(await report('oAmy', ...events))).toBe('INVALID_INPUT');
  });

  it('costs two round trips and one for each event', async () => {
    await report('oCost', view('evt_cost0000'));
    const trips = await cloud.roundTrips(() =>
      report('oCost', view('evt_cost0001'), view('evt_cost0002')),
    );
    expect(trips).toBe(4);
  });

  it('D31: is limited to sixty calls a minute', async () => {
    const replies = await Promise.all(
      Array.from({ length: 61 }, (_, n) =>
        report('oFlood', view(`evt_flood${String(n).padStart(3, '0')}`)),
      ),
    );
    expect(replies.map(codeOf)).toContain('RATE_LIMITED');
  });
});
