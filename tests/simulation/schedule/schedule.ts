import type { Coverage } from './coverage';
import { noFaults, type Plan, type PlannedFault } from './plan';
import { Process } from './process';
import { Queue } from './queue';
import { Random } from './random';
import { Later, type How, type Request } from './request';
import type { Fault } from './site';
import { Trace } from './trace';

/** How a run is to go. */
export type Options = {
  readonly seed: number | string;
  /** What goes wrong; nothing when absent. */
  readonly plan?: Plan;
  /** Orders the run by these draws of an earlier trace instead of by the seed; zeros when they are used up. */
  readonly draws?: readonly number[];
  /** Virtual time at the start, epoch ms. */
  readonly startAt?: number;
  /** How far clocks of processes may be off either way, in ms; 0 when absent. */
  readonly skewMs?: number;
  readonly coverage?: Coverage;
  /** Whether the trace tells the whole story, for people. */
  readonly record?: boolean;
};

/** Why a run stopped: nothing is left to do, its time is up, or it did so many steps. */
export type Stop = 'idle' | 'time' | 'steps';

/** 2026-03-02 10:00 in Beijing. */
const START = Date.UTC(2026, 2, 2, 2);

/** A microtask by way of a promise costs a fraction of `queueMicrotask`. */
const SETTLED = Promise.resolve();

/** Does the I/O of many processes one after the other, in an order that chance decides, in virtual time. */
export class Schedule {
  readonly trace = new Trace();
  /** Chance for the parts of the run; split it by a name of one's own. */
  readonly random: Random;
  private readonly order: Random;
  private readonly skews: Random;
  private plan: Plan;
  private readonly queue: Queue;
  private readonly running = new Set<Process>();
  private spawned = 0;
  private halted: unknown;
  /** The answer of the effect that was done last. */
  private answer: unknown;
  private failed = false;

  constructor(private readonly options: Options) {
    this.random = new Random(options.seed);
    this.order = this.random.split('order');
    this.skews = this.random.split('skews');
    this.plan = options.plan ?? noFaults;
    this.queue = new Queue(options.startAt ?? START);
  }

  /** True virtual time, epoch ms; a process has a clock of its own. */
  now(): number {
    return this.queue.time;
  }

  /** Starts a process. It runs up to its first I/O at once, which nobody can tell from later. */
  spawn<T>(name: string, work: (process: Process) => Promise<T>): Process<T> {
    this.spawned += 1;
    const process = new Process<T>(this, name, this.spawned);
    const most = this.options.skewMs ?? 0;
    if (most > 0) process.skew = this.skews.between(-most, most);
    this.running.add(process as Process);
    work(process as Process).then(
      (value) => process.finish({ kind: 'done', value }),
      (error: unknown) => process.finish({ kind: 'failed', error }),
    );
    return process;
  }

  /** Runs until nothing is left to do, or up to a moment or a number of steps. Rejects with what halted it. */
  run({ until = Infinity, steps = Infinity } = {}): Promise<Stop> {
    const last = this.trace.steps + steps;
    return new Promise((resolve, reject) => {
      // A tick comes after every microtask: when it does, no process can go on without the next I/O.
      const settle = () => process.nextTick(go);
      const go = () => {
        const stop = this.trace.steps < last ? this.step(until) : 'steps';
        if (this.halted !== undefined) reject(this.halted);
        else if (stop) resolve(stop);
        else void SETTLED.then(settle);
      };
      void SETTLED.then(settle);
    });
  }

  /** From now on nothing goes wrong by chance any more: the quiet time after the chaos. */
  calm(): void {
    if (!this.plan.isPatient) this.plan = noFaults;
    for (const process of this.running) process.conflictsLeft = 0;
  }

  /** Ends the run with an error, such as a broken promise of the shop that was just seen. */
  halt(error: unknown): void {
    this.halted ??= error;
  }

  /** The processes that have not ended; after an idle run, those that wait for something that never comes. */
  unfinished(): Process[] {
    return [...this.running];
  }

  /** Lets everything that waits try again: something was freed. */
  free(): void {
    this.queue.free();
  }

  /** For `Process.io`. */
  send(request: Request): void {
    this.queue.add(request);
  }

  /** For `Process.sleep`. */
  sleep(request: Request, ms: number): void {
    // Clocks count whole ms.
    this.queue.sleep(request, this.queue.time + Math.max(0, Math.ceil(ms)));
  }

  /** For `Process.finish`. */
  forget(process: Process): void {
    this.running.delete(process);
  }

  private draw(): number {
    const { draws } = this.options;
    const draw = draws ? (draws[this.trace.steps] ?? 0) : this.order.next();
    this.trace.draws.push(draw);
    return draw;
  }

  /** Does one I/O; tells why if there is none to do. */
  private step(until: number): Stop | undefined {
    const stop = this.queue.await(until);
    if (!stop) this.perform(this.queue.take(this.draw()));
    return stop;
  }

  private perform(request: Request): void {
    if (!request.process.alive) return this.deliverOrphan(request);
    if (!request.decided) this.decide(request);
    const fault = request.fault?.fault;
    if (this.options.record) this.tell(request, fault);
    if (fault) this.acts[fault](request);
    else if (this.affect(request)) this.reply(request);
  }

  private tell({ process, site }: Request, fault: Fault | undefined): void {
    const what = { at: this.queue.time, process: process.name, site: site.name };
    this.trace.story.push(fault ? { ...what, fault } : what);
  }

  /** What a crashed process had sent may arrive all the same. */
  private deliverOrphan(request: Request): void {
    if (request.site.kind === 'pause' || request.site.kind === 'step') return;
    if (!this.plan.lostWithSender()) this.affect(request);
  }

  private decide(request: Request): void {
    const { process, site } = request;
    request.decided = true;
    const occurrence = this.trace.visit(site, process.number);
    this.options.coverage?.reach(site);
    if (site.faults.length === 0) return;
    const planned = this.streak(request) ?? this.plan.faultAt(site, occurrence);
    if (!planned) return;
    request.fault = planned;
    this.options.coverage?.strike(site, planned.fault);
  }

  /** A conflict that follows from an earlier one of the same process. */
  private streak({ process, site }: Request): PlannedFault | undefined {
    if (process.conflictsLeft === 0) return undefined;
    if (!site.faults.includes('conflict')) return undefined;
    process.conflictsLeft -= 1;
    return { site: site.name, occurrence: -1, fault: 'conflict' };
  }

  /** Does what a request is for; false when that must wait. */
  private affect(request: Request, how: How = 'plainly'): boolean {
    try {
      this.answer = request.effect(how);
      this.failed = false;
    } catch (error) {
      this.answer = error;
      this.failed = true;
    }
    if (!(this.answer instanceof Later)) return true;
    this.queue.park(request, this.answer.at);
    return false;
  }

  private reply(request: Request): void {
    if (request.answered) return;
    request.answered = true;
    if (this.failed) request.reject(this.answer);
    else request.resolve(this.answer);
  }

  private readonly acts: Record<Fault, (request: Request) => void> = {
    crashBefore: (request) => {
      this.strike(request);
      request.process.kill();
    },
    crashAfter: (request) => {
      if (!this.affect(request)) return;
      this.strike(request);
      request.process.kill();
    },
    answerLost: (request) => {
      if (this.affect(request)) this.refuse(request, request.failures.unknown());
    },
    neverArrived: (request) => this.refuse(request, request.failures.unknown()),
    late: (request) => {
      this.refuse(request, request.failures.unknown());
      this.sendAgain(request);
    },
    sentTwice: (request) => {
      if (!this.affect(request)) return;
      this.strike(request);
      this.sendAgain(request);
    },
    conflict: (request) => {
      request.process.conflictsLeft ||= (request.fault?.times ?? 1) - 1;
      this.strike(request);
      if (this.affect(request, 'conflict')) this.reply(request);
    },
    refused: (request) => this.refuse(request, request.failures.refused()),
    stale: (request) => {
      this.strike(request);
      if (this.affect(request, 'stale')) this.reply(request);
    },
  };

  private strike({ fault }: Request): void {
    if (fault && fault.occurrence >= 0) this.trace.fault(fault);
  }

  private refuse(request: Request, error: unknown): void {
    this.strike(request);
    this.answer = error;
    this.failed = true;
    this.reply(request);
  }

  private sendAgain(request: Request): void {
    request.fault = undefined;
    this.queue.add(request);
  }
}
