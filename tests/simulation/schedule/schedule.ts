import type { Coverage } from './coverage';
import { noFaults, type Plan, type PlannedFault } from './plan';
import { Process } from './process';
import { Random } from './random';
import { Later, type How, type Request } from './request';
import type { Fault } from './site';
import { Timers, type Timed } from './timers';
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

type Alarm = Timed & { readonly request: Request; readonly wait: number };

/** 2026-03-02 10:00 in Beijing. */
const START = Date.UTC(2026, 2, 2, 2);
/** While requests are on their way, no more time than this passes at once, in ms. */
const PATIENCE = 15_000;

/** Does the I/O of many processes one after the other, in an order that chance decides, in virtual time. */
export class Schedule {
  readonly trace = new Trace();
  /** Chance for the parts of the run; split it by a name of one's own. */
  readonly random: Random;
  private readonly order: Random;
  private readonly skews: Random;
  private plan: Plan;
  private time: number;
  private readonly ready: Request[] = [];
  private readonly alarms = new Timers<Alarm>();
  private waiting: Request[] = [];
  private readonly running = new Set<Process>();
  private spawned = 0;
  private alarmsSet = 0;
  private halted: unknown;
  /** The answer of the effect that was done last. */
  private answer: unknown;
  private failed = false;

  constructor(private readonly options: Options) {
    this.random = new Random(options.seed);
    this.order = this.random.split('order');
    this.skews = this.random.split('skews');
    this.plan = options.plan ?? noFaults;
    this.time = options.startAt ?? START;
  }

  /** True virtual time, epoch ms; a process has a clock of its own. */
  now(): number {
    return this.time;
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
        else queueMicrotask(settle);
      };
      queueMicrotask(settle);
    });
  }

  /** From now on nothing goes wrong any more: the quiet time after the chaos. */
  calm(): void {
    this.plan = noFaults;
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
    const waiting = this.waiting;
    if (waiting.length === 0) return;
    this.waiting = [];
    for (const request of waiting) if (request.parked) this.wake(request);
  }

  /** For `Process.io`. */
  send(request: Request): void {
    this.ready.push(request);
  }

  /** For `Process.sleep`. */
  sleep(request: Request, ms: number): void {
    this.alarm(request, this.time + Math.max(0, ms));
  }

  /** For `Process.finish`. */
  forget(process: Process): void {
    this.running.delete(process);
  }

  private alarm(request: Request, due: number): void {
    this.alarmsSet += 1;
    this.alarms.add({ due, order: this.alarmsSet, request, wait: request.waits });
  }

  private wake(request: Request): void {
    request.waits += 1;
    request.parked = false;
    this.ready.push(request);
  }

  private ring(): void {
    for (let next = this.alarms.next; next && next.due <= this.time; next = this.alarms.next) {
      this.alarms.take();
      if (next.wait === next.request.waits) this.wake(next.request);
    }
  }

  private draw(): number {
    const { draws } = this.options;
    const draw = draws ? (draws[this.trace.steps] ?? 0) : this.order.next();
    this.trace.draws.push(draw);
    return draw;
  }

  /** Does one I/O; tells why if there is none to do. */
  private step(until: number): Stop | undefined {
    while (this.ready.length === 0) {
      const next = this.alarms.next;
      if (!next) return 'idle';
      if (next.due > until) {
        this.time = Math.max(this.time, until);
        return 'time';
      }
      this.time = Math.max(this.time, next.due);
      this.ring();
    }
    if (this.time > until) return 'time';
    const draw = this.draw();
    this.passTime(draw);
    const at = (draw >>> 8) % this.ready.length;
    const request = this.ready[at] as Request;
    const last = this.ready.pop() as Request;
    if (last !== request) this.ready[at] = last;
    this.perform(request);
    return undefined;
  }

  /** A few ms mostly; now and then up to the next alarm, while requests are still on their way. */
  private passTime(draw: number): void {
    this.time += (draw >>> 3) & 15;
    const next = this.alarms.next;
    if (next && (draw & 7) === 0 && next.due - this.time <= PATIENCE) {
      this.time = Math.max(this.time, next.due);
    }
    this.ring();
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
    const what = { at: this.time, process: process.name, site: site.name };
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
    request.parked = true;
    this.waiting.push(request);
    this.alarm(request, this.answer.at);
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
    this.ready.push(request);
  }
}
