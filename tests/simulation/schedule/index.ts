/**
 * Many processes in one, in virtual time, in an order that a seed decides, with faults at any I/O.
 *
 * ```ts
 * const random = new Random(seed);
 * const coverage = new Coverage();                         // one for many runs
 * const schedule = new Schedule({ seed, plan: swarmPlan(random, FAULTS), skewMs: 60_000, coverage });
 *
 * const TAKE = siteOf('provider.take', 'call');            // once, at module level
 * const phone = schedule.spawn('phone Amy', async (process) => {
 *   await process.sleep(500);                              // virtual ms
 *   return process.io(TAKE, () => bank.take(100));         // done when its turn comes, atomically, or twice, or not
 * });
 * await schedule.run({ until: schedule.now() + 3_600_000 }); // 'idle' | 'time' | 'steps'
 * schedule.calm();                                         // no faults any more
 * await schedule.run();
 * await phone.ended;                                       // done with a value, failed with an error, or crashed
 * ```
 *
 * Rules for whoever lives in it:
 * - Between two I/Os a process runs alone. All that is shared with others is touched only inside effects.
 * - An effect is synchronous. It throws what the world refuses; `Later` says that it must wait.
 * - Real timers and real I/O are never awaited inside a process: a run would stop without it.
 * - Chance comes from `schedule.random.split('a name of one's own')`, time from `process.now()`.
 * - `process.kill()` ends a process from outside; `process.skew` moves its clock.
 * - Reading shared state between runs, or in `schedule.run({ steps })` slices, is free.
 *
 * A run is repeated by its options alone: the seed and the plan. What happened is in `schedule.trace`:
 * `exactPlan(trace.faults)` with the same seed repeats it without the chance of the faults, so that a failing run is
 * shrunk by leaving faults away, and `trace.occurrences()` of a run without faults lists all there is to strike once.
 */
export { Coverage } from './coverage';
export { exactPlan, noFaults, randomPlan, swarmPlan, type Plan, type PlannedFault } from './plan';
export { Process } from './process';
export { Random } from './random';
export { Later, type Effect, type Failures, type How } from './request';
export { Schedule, type Options } from './schedule';
export { FAULTS, FAULTS_OF, siteOf, type Fault, type Site, type SiteKind } from './site';
