import type { Clock } from '../clock';
import { randomHex } from '../identifiers';
import type { Shelf, StateFile } from '../state/stateFile';
import type { Travel } from './travel';

/** Something to be done at a moment of the cloud's clock, kept on disk until it has been done. */
interface Job {
  id: string;
  kind: string;
  due: number;
  payload: unknown;
}

/** One thing that can fall due: when, and what to do then; `travel` is said when somebody moves the clock past it. */
export interface DueItem {
  due: number;
  run(travel?: Travel): Promise<void>;
}

/** Gives the next thing that falls due, if any. */
export interface DueSource {
  next(): DueItem | undefined;
}

type JobHandler = (payload: never) => Promise<void>;

/**
 * Jobs on the cloud's clock that survive a restart (callbacks to repeat, refunds to settle, pushes to send).
 * A job runs once; what must be repeated is scheduled again by its handler.
 * A job that was running when the process died runs again after the restart, as a platform's own retry would.
 */
export class Agenda implements DueSource {
  private readonly jobs: Shelf<Job>;
  private readonly handlers = new Map<string, JobHandler>();
  private readonly waiting: Map<string, Job>;

  constructor(
    state: StateFile,
    private readonly clock: Clock,
  ) {
    this.jobs = state.shelf<Job>('job');
    this.waiting = new Map(this.jobs.all().map((job) => [job.id, job]));
  }

  /** Names what is done for jobs of one kind; every kind must be named before the cloud starts. */
  handle<T>(kind: string, handler: (payload: T) => Promise<void>): void {
    this.handlers.set(kind, handler);
  }

  /** Does `kind` with `payload` once the clock reaches now + `delayMs`. */
  schedule(kind: string, delayMs: number, payload: unknown): void {
    const job = { id: randomHex(8), kind, due: this.clock.now() + delayMs, payload };
    this.jobs.put(job.id, job);
    this.waiting.set(job.id, job);
  }

  next(): DueItem | undefined {
    let first: Job | undefined;
    for (const job of this.waiting.values()) if (!first || job.due < first.due) first = job;
    if (!first) return undefined;
    const job = first;
    return { due: job.due, run: () => this.run(job) };
  }

  private async run(job: Job): Promise<void> {
    if (!this.waiting.delete(job.id)) return;
    const handler = this.handlers.get(job.kind);
    if (!handler) throw new Error(`no handler for jobs of kind ${job.kind}`);
    try {
      await handler(job.payload as never);
    } finally {
      this.jobs.remove(job.id);
    }
  }
}
