import type { JournalEntry } from '../../server/journal/journal';
import { dataOf, openCloud, type Phone, type TestCloud } from '../cloud';
import { memberOf, read, sellYears, teacherFor } from '../memberships/stage';
import { DAY, freshRequest, journalOf, orderDocument } from '../orders/stage';
import { admin, fold } from './teachers';

type Teacher = Awaited<ReturnType<typeof teacherFor>>;

let cloud: TestCloud;
let boss: Phone;
let lin: Teacher;
let wu: Teacher;
let orderId: string;
let member: Phone;

beforeAll(async () => {
  cloud = await openCloud();
  await sellYears(cloud);
  boss = await admin(cloud, 'oBoss');
  lin = await teacherFor(cloud, 'oLin');
  wu = await teacherFor(cloud, 'oWu');
  ({ phone: member, orderId } = await memberOf(cloud, 'oMember'));
  await read(cloud, member, lin.first, 600);
  await read(cloud, member, wu.second, 300);
  await cloud.advance(35 * DAY);
  // Each run reckons a month; 35 days end one or two.
  for (let run = 0; run < 3; run += 1) await cloud.runTimer('keepBooks');
}, 240_000);
afterAll(() => cloud.close());

const availableOf = async ({ phone }: Teacher) => {
  const read = dataOf(await phone.call('getEarnings', { action: 'read' }));
  return read.view === 'balances' ? read.available : -1;
};

const divided = async (): Promise<JournalEntry> => {
  const entry = (await journalOf(cloud, orderId)).find(({ division }) => division?.parts.length);
  if (!entry) throw new Error('nothing was divided');
  return entry;
};

describe('E15: a month of a membership', () => {
  it('brings teachers 70 percent of it, by how long its member studied with each, at once available', async () => {
    const entry = await divided();
    const used = entry.lines.find(({ account }) => account === 'membershipPool')?.fen ?? 0;
    const [fromLin, fromWu] = [await availableOf(lin), await availableOf(wu)];
    expect(used).toBeGreaterThan(0);
    expect(fromLin + fromWu).toBeLessThanOrEqual((used * 7000) / 10_000);
    expect(fromLin + fromWu).toBeGreaterThan((used * 7000) / 10_000 - 3);
    expect(fromLin / fromWu).toBeCloseTo(2, 0);
    expect(await fold(cloud, 'teachersDue')).toBe(0);
    expect(await cloud.audit()).toEqual([]);
  });

  it('is frozen in the order, credited once, and never again however often the timer runs', async () => {
    const { teacherShare, earned = 0, dividing } = await orderDocument(cloud, orderId);
    expect({ teacherShare, dividing }).toEqual({ teacherShare: 7000, dividing: undefined });
    const before = [await availableOf(lin), await availableOf(wu)];
    await cloud.runTimer('keepBooks');
    expect([await availableOf(lin), await availableOf(wu)]).toEqual(before);
    const [a = 0, b = 0] = before;
    expect(await fold(cloud, 'revenue:membership')).toBe(-(earned - a - b));
  });

  it('is named in the teacher’s statement, with what it is of', async () => {
    const answer = dataOf(await lin.phone.call('getEarnings', { action: 'statement' }));
    const rows = answer.view === 'statement' ? answer.items : [];
    const available = await availableOf(lin);
    expect(rows).toMatchObject([
      { name: '会员学习分成', title: '年度会员', orderId, pending: 0, available, receivable: 0 },
    ]);
  });

  it('opens in the admin’s file of the order to minutes for each teacher, in one more round trip', async () => {
    const trips = await cloud.roundTrips(() =>
      boss.call('manageMoney', { action: 'order', orderId }),
    );
    const file = dataOf(await boss.call('manageMoney', { action: 'order', orderId }));
    const entries = file.view === 'order' ? file.entries : [];
    const division = entries.flatMap((entry) => entry.division ?? []).find(({ parts }) => parts[0]);
    expect(trips).toBe(3);
    expect(division?.parts).toHaveLength(2);
    expect(division?.parts).toEqual(
      expect.arrayContaining([
        {
          teacherId: lin.userId,
          nickname: expect.any(String),
          minutes: 10,
          fen: await availableOf(lin),
        },
        {
          teacherId: wu.userId,
          nickname: expect.any(String),
          minutes: 5,
          fen: await availableOf(wu),
        },
      ]),
    );
  });

  it('INV11: stays with its teachers when the whole membership is refunded', async () => {
    const before = [await availableOf(lin), await availableOf(wu)];
    const ask = { requestId: freshRequest(), orderId, reason: '不再需要' };
    const { refundId } = dataOf(await member.call('refund', ask));
    dataOf(await boss.call('reviewRefund', { refundId, decision: 'approve' }));
    await cloud.advance(10 * 60_000);
    await cloud.runTimer('submitRefunds');
    expect((await orderDocument(cloud, orderId)).returned).toMatchObject({ teacher: 0 });
    expect([await availableOf(lin), await availableOf(wu)]).toEqual(before);
    await cloud.advance(32 * DAY);
    for (let run = 0; run < 3; run += 1) await cloud.runTimer('keepBooks');
    expect([await availableOf(lin), await availableOf(wu)]).toEqual(before);
    expect(await cloud.audit()).toEqual([]);
  });
});
