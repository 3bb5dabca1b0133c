import type { Order } from '../../server/orders/order';
import type { SeatPool } from '../../server/orders/seats';
import { seatToken } from '../../server/orders/seats';
import { rush } from './scene';
import { Coverage, exactPlan, FAULTS, noFaults, Random, swarmPlan, type Plan } from './schedule';

const SCENE = { seats: 1, learners: 2 };

const codesOf = ({ outcomes }: Awaited<ReturnType<typeof rush>>) =>
  outcomes.map((outcome) => {
    if (outcome.kind !== 'done') return outcome.kind;
    return outcome.value.ok ? 'OK' : outcome.value.code;
  });

/** Nobody who may still pay is without a seat, and no seat is taken twice. */
const expectSeatsKept = ({ cloud }: Awaited<ReturnType<typeof rush>>, seats: number) => {
  const holders = cloud.documents<SeatPool>('seatPools')[0]?.holders ?? [];
  const pending = cloud.documents<Order>('orders').filter(({ status }) => status === 'pending');
  expect(holders.length).toBeLessThanOrEqual(seats);
  expect(new Set(holders).size).toBe(holders.length);
  for (const { _id, seat } of pending) expect(holders).toContain(seatToken(_id, seat ?? 0));
};

describe('two learners, two taps each, one seat', () => {
  it('gives the seat to one of them, for one order, whoever comes first', async () => {
    const winners = new Set<string>();
    for (let seed = 0; seed < 100; seed += 1) {
      const run = await rush(SCENE, { seed });
      expectSeatsKept(run, 1);
      expect(codesOf(run).filter((code) => code === 'OK').length).toBeGreaterThan(0);
      const [order] = run.cloud.documents<Order>('orders').filter((o) => o.status === 'pending');
      winners.add(order?.userId ?? 'nobody');
    }
    expect([...winners].sort()).toEqual(['usr_0', 'usr_1']);
  });

  it('keeps the seats whatever single thing goes wrong at any I/O', async () => {
    const seed = 5;
    const { schedule } = await rush(SCENE, { seed, plan: noFaults });
    const single = schedule.trace
      .occurrences()
      .flatMap(({ site, times }) =>
        Array.from({ length: times }, (_, occurrence) =>
          site.faults.map((fault) => ({ site: site.name, occurrence, fault })),
        ).flat(),
      );
    for (const fault of single) {
      const run = await rush(SCENE, { seed, plan: exactPlan([fault]) });
      expect(run.schedule.trace.faults).toEqual([fault]);
      expectSeatsKept(run, 1);
    }
    expect(single.length).toBeGreaterThan(100);
  });

  it('a learner whose call crashed can tap again and gets the same order', async () => {
    const crash: Plan = exactPlan([{ site: 'db.orders.add', occurrence: 0, fault: 'crashAfter' }]);
    const run = await rush({ seats: 1, learners: 1 }, { seed: 2, plan: crash });
    expect(codesOf(run).sort()).toEqual(['OK', 'crashed']);
    expect(run.cloud.documents('orders')).toHaveLength(1);
  });

  it('keeps the seats in a swarm of faults, the same way for the same seed', async () => {
    const coverage = new Coverage();
    const seen = new Set<string>();
    let steps = 0;
    const from = performance.now();
    for (let seed = 0; seed < 300; seed += 1) {
      const swarm = () => swarmPlan(new Random(seed), FAULTS);
      const run = await rush({ seats: 2, learners: 4 }, { seed, plan: swarm(), coverage });
      expectSeatsKept(run, 2);
      seen.add(run.schedule.trace.interleaving);
      steps += run.schedule.trace.steps;
      if (seed >= 20) continue;
      const again = await rush({ seats: 2, learners: 4 }, { seed, plan: swarm() });
      expect(again.schedule.trace.interleaving).toBe(run.schedule.trace.interleaving);
      expect(again.cloud.documents('orders')).toEqual(run.cloud.documents('orders'));
    }
    const perSecond = Math.round((steps / (performance.now() - from)) * 1000);
    process.stdout.write(`${steps} I/O of real functions, ${perSecond} a second\n`);
    expect(seen.size).toBe(300);
    const struck = coverage.bySite().filter(({ struck }) => Object.values(struck).some(Boolean));
    expect(struck.length).toBeGreaterThan(5);
  });
});
