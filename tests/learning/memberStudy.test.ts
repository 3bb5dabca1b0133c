import fc from 'fast-check';
import { auditStudy } from '../../server/audit/study';
import { countStudy, type MemberStudy } from '../../server/learning/memberStudy';
import { openDatabase } from '../../server/wechat/database';
import { MAX_GAP_SECONDS, studiedMs, type Beat } from '../../shared/learning/study';
import { SimulatedCloud, simulatedDatabase } from '../simulation/cloud';
import { exactPlan, noFaults, Schedule, type Plan, type Process } from '../simulation/schedule';
import { randomPlan } from '../simulation/schedule/plan';
import { Random } from '../simulation/schedule/random';
import { FAULTS } from '../simulation/schedule/site';

const SECOND = 1000;
const DAY = 86_400_000;
/** An hour before a month ends in Beijing. */
const LATE_IN_JUNE = Date.parse('2026-06-30T23:00:00+08:00');
const run = { orderId: 'ord_member', from: LATE_IN_JUNE - DAY, until: LATE_IN_JUNE + 300 * DAY };

const quietly = (plan: Plan, startAt = LATE_IN_JUNE, seed: number | string = 1) => {
  const schedule = new Schedule({ seed, plan, startAt });
  return { schedule, cloud: new SimulatedCloud(schedule) };
};

/** A device that studies with one teacher and beats every thirty seconds. */
const device =
  (cloud: SimulatedCloud, teacherId: string, beats: number) => async (process: Process) => {
    const waiting = { pause: (ms: number) => process.sleep(ms), chance: () => 0.5 };
    const db = openDatabase(simulatedDatabase(cloud.store, process), waiting);
    for (let beat = 0; beat < beats; beat += 1) {
      await process.sleep(30 * SECOND);
      const stretch = { run, teacherId, at: process.now(), ms: 30 * SECOND, known: undefined };
      await countStudy(db, stretch).catch(() => undefined);
    }
  };

const studies = (cloud: SimulatedCloud) =>
  [...cloud.documents('memberStudy')] as unknown as MemberStudy[];

const countedIn = (all: readonly MemberStudy[]) =>
  all.flatMap(({ teachers }) => Object.values(teachers)).reduce((sum, ms) => sum + ms, 0);

describe('E15: counting the study of a membership', () => {
  it('counts once what the SDK sends twice, the first time and later', async () => {
    const twice = ['db.memberStudy.add', 'db.memberStudy.update'].flatMap((site) =>
      [0, 1, 2].map((occurrence) => ({ site, occurrence, fault: 'sentTwice' as const })),
    );
    const { schedule, cloud } = quietly(exactPlan(twice));
    schedule.spawn('device', device(cloud, 'usr_lin', 4));
    await schedule.run();
    const [study] = studies(cloud);
    expect(study?.teachers).toEqual({ usr_lin: 4 * 30 * SECOND });
    expect(study?.version).toBe(4);
  });

  it('INV34: three devices at once bring no more than the time that passed, whatever goes wrong', async () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const rate = seed % 3 === 0 ? 0 : 0.1;
      const plan = randomPlan({ random: new Random(seed), rate, enabled: FAULTS });
      const { schedule, cloud } = quietly(plan, LATE_IN_JUNE, seed);
      for (const teacher of ['usr_lin', 'usr_wu', 'usr_gao']) {
        schedule.spawn(teacher, device(cloud, teacher, 6));
      }
      await schedule.run();
      const all = studies(cloud);
      const moment = { now: schedule.now(), quiet: true };
      expect(all.flatMap((study) => auditStudy(study, moment))).toEqual([]);
      expect(countedIn(all)).toBeLessThanOrEqual(schedule.now() - LATE_IN_JUNE);
    }
  });

  it('counts for the month in which it is heard, and nothing of the month before it', async () => {
    const { schedule, cloud } = quietly(noFaults, LATE_IN_JUNE + 3_600_000 - 40 * SECOND);
    schedule.spawn('device', device(cloud, 'usr_lin', 2));
    await schedule.run();
    const months = studies(cloud).map(({ month, teachers }) => [month, teachers['usr_lin']]);
    expect(months).toEqual([
      ['2026-06', 30 * SECOND],
      ['2026-07', expect.any(Number)],
    ]);
    expect(countedIn(studies(cloud))).toBeLessThan(60 * SECOND);
  });
});

describe('what a beat proves of study', () => {
  const beat = fc.record({
    sitting: fc.constantFrom('sitting-1', 'sitting-2'),
    lessonId: fc.constantFrom('lsn_1', 'lsn_2'),
    position: fc.integer({ min: 0, max: 4000 }),
    at: fc.integer({ min: 0, max: 400_000 }),
  });

  it('F9: is never more than the time since the beat before, nor than a minute and a half', () => {
    fc.assert(
      fc.property(
        fc.option(beat, { nil: undefined }),
        beat,
        fc.constantFrom('video', 'article', 'document'),
        (previous, heard, kind) => {
          const ms = studiedMs(kind, { previous, beat: heard });
          const passed = previous ? Math.max(0, heard.at - previous.at) : 0;
          expect(ms).toBeGreaterThanOrEqual(0);
          expect(ms).toBeLessThanOrEqual(Math.min(passed, MAX_GAP_SECONDS * SECOND));
        },
      ),
    );
  });

  it('is nothing of a film that stands still, goes back or jumps', () => {
    const at = (position: number, seconds: number): Beat => ({
      sitting: 'sitting-1',
      lessonId: 'lsn_1',
      position,
      at: seconds * SECOND,
    });
    const studied = (to: number) => studiedMs('video', { previous: at(100, 0), beat: at(to, 10) });
    expect([110, 100, 90, 500].map(studied)).toEqual([10 * SECOND, 0, 0, 0]);
  });
});
