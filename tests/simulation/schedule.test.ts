import {
  Coverage,
  exactPlan,
  FAULTS,
  FAULTS_OF,
  Later,
  noFaults,
  Random,
  Schedule,
  siteOf,
  swarmPlan,
  type Fault,
  type Plan,
} from './schedule';

const WRITE = siteOf('test.write', 'write');
const READ = siteOf('test.read', 'read');

const fault = (kind: Fault, times?: number): Plan =>
  exactPlan([{ site: WRITE.name, occurrence: 0, fault: kind, ...(times && { times }) }]);

/** One process that writes twice, with one fault at its first write. */
const writeTwice = async (plan: Plan) => {
  const schedule = new Schedule({ seed: 1, plan });
  const written: string[] = [];
  const { ended } = schedule.spawn('writer', async (process) => {
    const heard: unknown[] = [];
    for (const what of ['first', 'second']) {
      const write = process.io(WRITE, (how) => {
        if (how === 'conflict') throw new Error('conflict');
        return written.push(what);
      });
      heard.push(await write.catch((error: Error) => error.message));
    }
    return heard;
  });
  await schedule.run();
  const outcome = await ended;
  return { written, heard: outcome.kind === 'done' ? outcome.value : outcome.kind };
};

/** Several processes that read and write and sleep, under faults by chance. */
const crowd = async (seed: number, plan?: Plan) => {
  const schedule = new Schedule({
    seed,
    skewMs: 60_000,
    record: true,
    plan: plan ?? swarmPlan(new Random(seed), FAULTS),
  });
  let shared = 0;
  for (let i = 0; i < 4; i += 1) {
    schedule.spawn(`p${i}`, async (process) => {
      for (let round = 0; round < 6; round += 1) {
        await process.io(READ, () => shared).catch(() => undefined);
        await process.io(WRITE, () => (shared += 1)).catch(() => undefined);
        await process.sleep(process.now() % 50);
      }
    });
  }
  await schedule.run();
  return { shared, trace: schedule.trace };
};

describe('faults', () => {
  it.each<[Fault, string[], unknown]>([
    ['crashBefore', [], 'crashed'],
    ['crashAfter', ['first'], 'crashed'],
    ['answerLost', ['first', 'second'], ['socket hang up', 2]],
    ['neverArrived', ['second'], ['socket hang up', 1]],
    ['sentTwice', ['first', 'first', 'second'], [2, 3]],
    ['conflict', ['second'], ['conflict', 1]],
    ['refused', ['second'], ['too many requests', 1]],
  ])('%s does to an effect and its answer what it says', async (kind, written, heard) => {
    expect(await writeTwice(fault(kind))).toEqual({ written, heard });
  });

  it('a late effect comes after the error', async () => {
    const { written, heard } = await writeTwice(fault('late'));
    expect([...written].sort()).toEqual(['first', 'second']);
    expect((heard as unknown[])[0]).toBe('socket hang up');
  });

  it('conflicts come as many in a row as planned', async () => {
    const { heard } = await writeTwice(fault('conflict', 2));
    expect(heard).toEqual(['conflict', 'conflict']);
  });

  it('every fault that a kind of site can have strikes it in the swarm', async () => {
    const coverage = new Coverage();
    for (let seed = 0; seed < 300; seed += 1) {
      const plan = swarmPlan(new Random(seed), FAULTS);
      const schedule = new Schedule({ seed, plan, coverage });
      for (let i = 0; i < 20; i += 1) {
        schedule.spawn('p', (process) => process.io(WRITE, () => 1).catch(() => 0));
      }
      await schedule.run();
    }
    const [write] = coverage.bySite().filter(({ site }) => site === WRITE);
    expect(Object.keys(write!.struck).sort()).toEqual([...FAULTS_OF.write].sort());
    expect(Math.min(...Object.values(write!.struck))).toBeGreaterThan(0);
  });

  it('nothing goes wrong any more once it is calm', async () => {
    const always = {
      faultAt: () => fault('crashBefore').faultAt(WRITE, 0),
      lostWithSender: () => true,
    };
    const schedule = new Schedule({ seed: 1, plan: always });
    schedule.calm();
    const { ended } = schedule.spawn('p', (process) => process.io(WRITE, () => 7));
    await schedule.run();
    expect(await ended).toEqual({ kind: 'done', value: 7 });
  });
});

describe('a run', () => {
  it('is the same for the same seed, whatever ran before', async () => {
    const first = await crowd(7);
    await crowd(8);
    const again = await crowd(7);
    expect(again.trace.story).toEqual(first.trace.story);
    expect(again.trace.interleaving).toBe(first.trace.interleaving);
    expect(again.shared).toBe(first.shared);
  });

  it('differs from seed to seed', async () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 200; seed += 1) seen.add((await crowd(seed)).trace.interleaving);
    expect(seen.size).toBe(200);
  });

  it('is repeated by the faults of its trace, without their chance', async () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const swarm = await crowd(seed, {
        ...swarmPlan(new Random(seed), FAULTS),
        lostWithSender: () => false,
      });
      const exact = await crowd(seed, exactPlan(swarm.trace.faults));
      expect(exact.trace.story).toEqual(swarm.trace.story);
    }
  });

  it('follows the draws of a trace instead of its seed', async () => {
    const { trace } = await crowd(3, noFaults);
    const schedule = new Schedule({ seed: 'another', draws: trace.draws });
    schedule.spawn('p', (process) => process.io(WRITE, () => 1));
    await schedule.run();
    expect(schedule.trace.draws).toEqual(trace.draws.slice(0, 1));
  });

  it('lets what must wait try again when something is freed, or when its time has come', async () => {
    const schedule = new Schedule({ seed: 1 });
    const start = schedule.now();
    let isFree = false;
    const waiting = schedule.spawn('waiting', (process) =>
      process.io(WRITE, () => (isFree ? schedule.now() - start : new Later(start + 60_000))),
    );
    const patient = schedule.spawn('patient', (process) =>
      process.io(WRITE, () =>
        schedule.now() >= start + 90_000 ? 'late' : new Later(start + 90_000),
      ),
    );
    schedule.spawn('freeing', async (process) => {
      await process.sleep(5000);
      await process.io(WRITE, () => {
        isFree = true;
        schedule.free();
      });
    });
    expect(await schedule.run()).toBe('idle');
    const outcome = await waiting.ended;
    expect(outcome.kind === 'done' && outcome.value).toBeLessThan(6000);
    expect(await patient.ended).toEqual({ kind: 'done', value: 'late' });
  });

  it('stops at a moment, after so many steps, and where somebody halts it', async () => {
    const schedule = new Schedule({ seed: 1 });
    const start = schedule.now();
    schedule.spawn('p', async (process) => {
      for (;;) await process.sleep(1000);
    });
    expect(await schedule.run({ until: start + 10_500 })).toBe('time');
    expect(schedule.now()).toBe(start + 10_500);
    expect(await schedule.run({ steps: 3 })).toBe('steps');
    schedule.spawn('broken', (process) =>
      process.io(WRITE, () => schedule.halt(new Error('seen'))),
    );
    await expect(schedule.run()).rejects.toThrow('seen');
  });
});
