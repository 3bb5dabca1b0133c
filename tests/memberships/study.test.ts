import { openCloud, type TestCloud } from '../cloud';
import { bought } from '../orders/stage';
import { beat, memberOf, read, secondsWith, sellYears, studiesOf, teacherFor } from './stage';

let cloud: TestCloud;
let lin: Awaited<ReturnType<typeof teacherFor>>;
let wu: Awaited<ReturnType<typeof teacherFor>>;
beforeAll(async () => {
  cloud = await openCloud();
  await sellYears(cloud);
  lin = await teacherFor(cloud, 'oLin');
  wu = await teacherFor(cloud, 'oWu');
});
afterAll(() => cloud.close());

/** Functions run in real time besides, so that a few seconds come on top. */
const about = (seconds: number, counted: number) => {
  expect(counted).toBeGreaterThanOrEqual(seconds);
  expect(counted).toBeLessThan(seconds + 20);
};

describe('E15: the study that a membership is divided by', () => {
  it('is measured by the server’s clock for each teacher, in one more write than other study', async () => {
    const { phone, orderId } = await memberOf(cloud, 'oReader');
    await read(cloud, phone, lin.first, 120);
    await read(cloud, phone, wu.first, 60);
    about(120, await secondsWith(cloud, orderId, lin.userId));
    about(60, await secondsWith(cloud, orderId, wu.userId));
    await cloud.advance(30_000);
    expect(await cloud.roundTrips(() => beat(phone, wu.first))).toBe(4);
    expect(await cloud.roundTrips(() => beat(phone, wu.free))).toBe(3);
  });

  it('leaves out what the member bought, what anybody may try, and what a teacher teaches', async () => {
    const { phone, orderId } = await memberOf(cloud, 'oOwner');
    await bought(cloud, phone, lin.courseId);
    await read(cloud, phone, lin.first, 60);
    await read(cloud, phone, wu.free, 60);
    expect(await studiesOf(cloud, orderId)).toEqual([]);
    const own = await bought(cloud, wu.phone, 'plan_year', 'membership');
    await read(cloud, wu.phone, wu.first, 60);
    expect(await studiesOf(cloud, own)).toEqual([]);
  });

  it('F9: grows by no more than the time that passed, however many lessons are read at once', async () => {
    const { phone, orderId } = await memberOf(cloud, 'oForger');
    const lessons = [lin.first, lin.second, wu.first, wu.second];
    const everywhere = (sitting: string) =>
      Promise.all(lessons.map((lessonId) => beat(phone, lessonId, sitting).catch(() => 'busy')));
    const began = Date.now();
    for (let round = 0; round < 4; round += 1) {
      await everywhere('sitting-1');
      await cloud.advance(30_000);
    }
    const passed = 3 * 30_000 + Date.now() - began;
    const [study] = await studiesOf(cloud, orderId);
    const counted = Object.values(study?.teachers ?? {}).reduce((sum, ms) => sum + ms, 0);
    expect(counted).toBeLessThanOrEqual(passed);
    expect(counted).toBeLessThanOrEqual((study?.countedUntil ?? 0) - (study?.since ?? 0));
    expect(await cloud.audit()).toEqual([]);
  });

  it('gives nothing for claims: a silence, another sitting, a beat that comes again', async () => {
    const { phone, orderId } = await memberOf(cloud, 'oClaimer');
    await beat(phone, lin.first);
    await cloud.advance(3_600_000);
    await beat(phone, lin.first);
    about(90, await secondsWith(cloud, orderId, lin.userId));
    const before = await secondsWith(cloud, orderId, lin.userId);
    for (const sitting of ['sitting-2', 'sitting-3', 'sitting-4']) {
      await cloud.advance(60_000);
      await beat(phone, lin.first, sitting);
    }
    expect(await secondsWith(cloud, orderId, lin.userId)).toBe(before);
  });
});
