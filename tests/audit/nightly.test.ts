import type { NightlyAudit } from '../../server/audit/nightly/audits';
import { STAGES } from '../../server/audit/walk/walk';
import { dayOf, daysAfter, startOf } from '../../server/reconciliation/days';
import { bought, DAY, freshRequest, HOUR, MINUTE, registered } from '../orders/stage';
import { dataOf, openCloud, type TestCloud } from '../cloud';

let cloud: TestCloud;
let orderId: string;

const today = async (): Promise<NightlyAudit> => {
  const audits = await cloud.documents<NightlyAudit>('audits');
  return audits.sort((one, other) => one.startedAt - other.startedAt).at(-1)!;
};

/** One fen that nobody owes anybody, in the books of an order. */
const wrongByAFen = (name: string) => ({
  _id: `jrn_${name}`,
  kind: 'suspense',
  orderId,
  at: Date.now(),
  lines: [
    { account: 'psp:cloudPay', fen: 1 },
    { account: 'refundPayable', fen: -1 },
  ],
});

beforeAll(async () => {
  cloud = await openCloud({ seed: 'demo' });
  const amy = await registered(cloud, 'oAuditAmy');
  const [course] = (
    await cloud.documents<{ _id: string; price: number; status: string }>('courses')
  ).filter(({ price, status }) => price > 0 && status === 'published');
  orderId = await bought(cloud, amy, course!._id);
  const wish = { requestId: freshRequest(), orderId, reason: '内容不合适', amount: 101 };
  dataOf(await amy.call('refund', wish));
  await cloud.advance(2 * MINUTE);
});
afterAll(() => cloud.close());

it('finds nothing wrong in the demo shop, after a purchase and a refund, now and when all is quiet', async () => {
  expect(await cloud.audit()).toEqual([]);
  await cloud.advance(2 * HOUR);
  expect(await cloud.audit()).toEqual([]);
});

it('runs by itself in the night, leaves its report, and asks once more in one round trip', async () => {
  await cloud.advance(DAY);
  const report = await today();
  expect(report).toMatchObject({ status: 'clean', violations: 0, findings: [] });
  expect(report.progress.looked).toMatchObject({ orders: expect.any(Number) as number, books: 1 });
  await cloud.runTimer('audit');
  await cloud.runTimer('audit');
  expect(await cloud.lastRoundTrips('audit')).toBe(1);
});

it('goes on where it was cut off, with what it had found by then', async () => {
  const { now } = await cloud.get<{ now: number }>('/_local/clock');
  const { progress, ...last } = await today();
  await cloud.advance(startOf(daysAfter(dayOf(now), 1)) + HOUR - now);
  const date = daysAfter(dayOf(now), 1);
  const cut = {
    ...last,
    ...{ _id: date, date, startedAt: startOf(date), version: 3, status: 'running' },
    progress: { ...progress, stage: STAGES.length - 3, looked: { orders: 7 } },
  };
  await cloud.insert('audits', cut);
  await cloud.runTimer('audit');
  const { version, progress: ended } = await today();
  expect({ version, orders: ended.looked['orders'] }).toEqual({ version: 4, orders: 7 });
  expect(ended.looked).toMatchObject({ books: 1 });
});

it('INV22: one fen too many is found and located; the admins are told once, and nothing is repaired', async () => {
  await cloud.insert('journal', wrongByAFen('tampered'));
  const found = await cloud.audit();
  expect(found).toContain(`INV22 ${orderId}: what is owed to the buyer is 1 instead of 0`);
  await cloud.advance(DAY);
  await cloud.runTimer('audit');
  const report = await today();
  expect(report.status).toBe('violated');
  expect(report.findings).toContainEqual({
    invariant: 'INV22',
    subject: orderId,
    detail: 'what is owed to the buyer is 1 instead of 0',
  });
  const notices = await cloud.documents<{ userId: string; title: string; body: string }>('notices');
  const told = notices
    .filter(({ title, body }) => title === '账目巡检发现异常' && body.includes(report.date))
    .map(({ userId }) => userId);
  const users = await cloud.documents<{ _id: string; role: string }>('users');
  const admins = users.filter(({ role }) => role === 'admin').map(({ _id }) => _id);
  expect(told.sort()).toEqual(admins.sort());
  expect(await cloud.audit()).toEqual(found);
});
