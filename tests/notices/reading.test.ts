import type { Notice } from '../../server/notices/notices';
import { learner, type Person } from '../comments/fixtures';
import { codeOf, dataOf, openCloud, type TestCloud } from '../cloud';

let cloud: TestCloud;
let amy: Person;
let bob: Person;

const notice = (who: Person, n: number): Notice => ({
  _id: `ntc_${who.openid}_${String(n).padStart(3, '0')}`,
  userId: who.userId,
  title: `第 ${n} 条通知`,
  body: '内容',
  read: false,
  at: 1000 + n,
});

beforeAll(async () => {
  cloud = await openCloud();
  amy = await learner(cloud, 'oAmy');
  bob = await learner(cloud, 'oBob');
  await cloud.insert('notices', ...Array.from({ length: 25 }, (_, n) => notice(amy, n)));
  await cloud.insert('notices', notice(bob, 1));
});
afterAll(() => cloud.close());

const unread = async (who: Person) => dataOf(await who.call('getMe')).unreadNotices;

describe('notices', () => {
  it('are counted until they are read, each person’s own', async () => {
    expect([await unread(amy), await unread(bob)]).toEqual([25, 1]);
  });

  it('come newest first, unread as they were, and are read after the first page', async () => {
    const first = dataOf(await amy.call('getNotices'));
    expect(first.items).toHaveLength(20);
    expect(first.items[0]).toMatchObject({ title: '第 24 条通知', read: false });
    const rest = dataOf(await amy.call('getNotices', { cursor: first.next }));
    expect(rest.items.map(({ title }) => title)).toContain('第 0 条通知');
    expect(rest.next).toBeUndefined();
    expect([await unread(amy), await unread(bob)]).toEqual([0, 1]);
    expect(dataOf(await amy.call('getNotices')).items[0]).toMatchObject({ read: true });
  });

  it('cost two round trips, and one more when there is something to mark as read', async () => {
    expect(await cloud.roundTrips(() => amy.call('getNotices'))).toBe(2);
    await cloud.insert('notices', notice(amy, 30));
    expect(await cloud.roundTrips(() => amy.call('getNotices'))).toBe(3);
  });

  it('D3: are for users', async () => {
    expect(codeOf(await cloud.as('oVisitor').call('getNotices'))).toBe('NOT_LOGGED_IN');
  });
});
