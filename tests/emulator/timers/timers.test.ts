import { join } from 'node:path';
import { nextRun } from '../../../emulator/timers/cron';
import { openCloud, type Json, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({ functionsDir: join(__dirname, '..', 'fixtures', 'timers') });
});
afterAll(() => cloud.close());

function ticks(): Json[] {
  return cloud.database.documents('ticks', 100);
}

const FIVE_MINUTES = 300_000;
const HOUR = 3_600_000;

test('moving the clock runs each due timer at its own moment before it answers', async () => {
  const { now } = await cloud.get('/_local/clock');
  await cloud.advance(FIVE_MINUTES - (now % FIVE_MINUTES) + 1000);
  const before = ticks().length;
  await cloud.post('/_local/clock', { advanceMs: 3 * FIVE_MINUTES });
  const runs = ticks().slice(before);
  expect(runs).toHaveLength(3);
  for (const { at, event, source, openid } of runs) {
    expect(event).toEqual({
      Type: 'Timer',
      TriggerName: 'everyFive',
      Time: new Date(at - (at % FIVE_MINUTES)).toISOString(),
      Message: '',
    });
    expect(at % FIVE_MINUTES).toBeLessThan(5000);
    expect({ source, openid }).toEqual({ source: 'wx_trigger', openid: null });
  }
});

test('a long move runs a timer now and then, and at its end as often as it is due', async () => {
  const before = ticks().filter((tick) => !tick.failing).length;
  const from = (await cloud.get('/_local/clock')).now as number;
  await cloud.post('/_local/clock', { advanceMs: 40 * 24 * HOUR });
  const { now } = await cloud.get('/_local/clock');
  const moments = cloud.database
    .documents('ticks', 1000)
    .filter((tick: Json) => !tick.failing)
    .slice(before)
    .map((tick: Json) => tick.at as number);
  expect(moments.length).toBeLessThan(60);
  const gaps = [...moments, now].map((at, index) => at - (moments[index - 1] ?? from));
  expect(Math.max(...gaps)).toBeLessThan(24 * HOUR);
  expect(moments.filter((at) => at > now - HOUR / 2)).toHaveLength(6);
});

test.each([-1, 1e300, '5'])('the clock refuses to move by %p', async (advanceMs) => {
  expect(await cloud.post('/_local/clock', { advanceMs })).toHaveProperty('error');
});

test('a timer can be run at once, and one that fails is tried twice more, a minute apart', async () => {
  const failures = () =>
    cloud.database.documents('ticks', 1000).filter((tick: Json) => tick.failing);
  const before = failures().length;
  const outcome = await cloud.post('/_local/timers/failingTimer');
  expect(outcome.error).toContain('the job failed');
  await cloud.advance(10 * 60_000);
  const times = failures()
    .slice(before)
    .map((tick: Json) => tick.at as number);
  expect(times).toHaveLength(3);
  expect(Math.round((times[1]! - times[0]!) / 1000)).toBe(60);
  const { timers } = await cloud.get('/_local/timers');
  expect(timers.map((timer: Json) => timer.functionName)).toEqual(['failingTimer', 'tick']);
});

test('a function without a timer cannot be run as one', async () => {
  expect(await cloud.post('/_local/timers/echo')).toEqual({ error: 'echo has no timer' });
});

describe('a seven-field cron', () => {
  const next = (expression: string, after: string) => {
    const at = nextRun(expression, Date.parse(after));
    return at === undefined ? undefined : new Date(at).toISOString();
  };

  test.each([
    ['0 */5 * * * * *', '2026-11-23T02:13:30Z', '2026-11-23T02:15:00.000Z'],
    ['0 0 2 * * * *', '2026-11-23T02:13:30Z', '2026-11-23T18:00:00.000Z'],
    ['0 0 0 1 1 * *', '2026-11-23T02:13:30Z', '2026-12-31T16:00:00.000Z'],
    ['*/10 * * * * * *', '2026-11-23T02:13:31Z', '2026-11-23T02:13:40.000Z'],
    ['0 0 0 1 * MON *', '2026-11-24T16:00:00Z', '2026-11-29T16:00:00.000Z'],
    ['0 0 0 1 1 * 2020', '2026-11-24T16:00:00Z', undefined],
  ])('%s after %s is %s, in the time of Beijing', (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  test('has seven fields', () => {
    expect(() => nextRun('*/5 * * * *', 0)).toThrow('seven fields');
  });
});
