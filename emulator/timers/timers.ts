import type { MovableClock } from '../clock';
import { platformCaller } from '../functions/caller';
import type { FunctionCatalog, TimerTrigger } from '../functions/catalog';
import type { FunctionInvoker } from '../functions/invoker';
import type { Agenda, DueItem, DueSource } from '../schedule/agenda';
import { nextWanted, type Travel } from '../schedule/travel';
import { nextRun } from './cron';

/** A function's timer and what became of it. */
export interface TimerState {
  functionName: string;
  trigger: TimerTrigger;
  /** Undefined when its expression names no further moment. */
  nextAt?: number;
  lastAt?: number;
  lastResult?: TimerResult;
}

export type TimerResult = { result: unknown } | { error: string };

export interface TimersParts {
  catalog: FunctionCatalog;
  invoker: FunctionInvoker;
  agenda: Agenda;
  clock: MovableClock;
}

interface RetryJob {
  functionName: string;
  triggerName: string;
  time: string;
  attempt: number;
}

const RETRY_JOB = 'timerRetry';
/** The platform runs a failed asynchronous call twice more, a minute apart (money F3). */
const RETRIES = 2;
const RETRY_DELAY_MS = 60_000;
const NAME = /^[A-Za-z][\w-]{0,59}$/;

/** Timer triggers of all functions. */
export class Timers implements DueSource {
  private readonly timers: TimerState[];
  /** The latest run of each function that its schedule began. */
  private readonly scheduled = new Map<string, Promise<TimerResult>>();

  constructor(private readonly parts: TimersParts) {
    this.timers = parts.catalog
      .all()
      .flatMap(({ name, config }) =>
        (config.triggers ?? []).map((trigger) => this.begin(name, trigger)),
      );
    parts.agenda.handle(RETRY_JOB, async (job: RetryJob) => {
      await this.run(job);
    });
  }

  list(): TimerState[] {
    return this.timers;
  }

  next(): DueItem | undefined {
    const [first] = this.timers
      .filter((timer) => timer.nextAt !== undefined)
      .sort((a, b) => (a.nextAt ?? 0) - (b.nextAt ?? 0));
    if (first?.nextAt === undefined) return undefined;
    return { due: first.nextAt, run: (travel) => this.fire(first, travel) };
  }

  /**
   * Runs a function's timer now, whatever its schedule, but after a run that its schedule has just begun: what that one
   * took would look forgotten. Throws when the function has no timer.
   */
  async runNow(functionName: string): Promise<TimerResult> {
    const timer = this.timers.find((one) => one.functionName === functionName);
    if (!timer) throw new RangeError(`${functionName} has no timer`);
    await this.scheduled.get(functionName);
    const time = new Date(this.parts.clock.now()).toISOString();
    return this.run({ functionName, triggerName: timer.trigger.name, time, attempt: 0 });
  }

  private begin(functionName: string, trigger: TimerTrigger): TimerState {
    if (!NAME.test(trigger.name))
      throw new Error(`bad trigger name in ${functionName}: ${trigger.name}`);
    const nextAt = nextRun(trigger.config, this.parts.clock.now());
    return { functionName, trigger, ...(nextAt !== undefined && { nextAt }) };
  }

  private async fire(timer: TimerState, travel?: Travel): Promise<void> {
    const due = timer.nextAt ?? this.parts.clock.now();
    const following = nextRun(timer.trigger.config, nextWanted(due, travel));
    if (following === undefined) delete timer.nextAt;
    else timer.nextAt = following;
    const { functionName, trigger } = timer;
    const time = new Date(due).toISOString();
    const run = this.run({ functionName, triggerName: trigger.name, time, attempt: 0 });
    this.scheduled.set(functionName, run);
    await run;
  }

  private async run(job: RetryJob): Promise<TimerResult> {
    const outcome = await this.call(job);
    const timer = this.timers.find((one) => one.functionName === job.functionName);
    if (timer) Object.assign(timer, { lastAt: this.parts.clock.now(), lastResult: outcome });
    if ('error' in outcome && job.attempt < RETRIES) {
      this.parts.agenda.schedule(RETRY_JOB, RETRY_DELAY_MS, { ...job, attempt: job.attempt + 1 });
    }
    return outcome;
  }

  private async call({ functionName, triggerName, time }: RetryJob): Promise<TimerResult> {
    const event = { Type: 'Timer', TriggerName: triggerName, Time: time, Message: '' };
    try {
      const caller = platformCaller('wx_trigger');
      const answer = await this.parts.invoker.invoke({ name: functionName, event, caller });
      return { result: JSON.parse(answer.result) as unknown };
    } catch (error) {
      return { error: (error as Error).message };
    }
  }
}
