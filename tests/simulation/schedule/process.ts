import { networkFailures, type Effect, type Failures } from './request';
import type { Schedule } from './schedule';
import { siteOf, type Site } from './site';

/** How a process ended: by itself, by its own error, or from outside. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'crashed' };

const PAUSE = siteOf('pause', 'pause');

/** One simulated process: a call of a cloud function, a phone, a provider. It meets the others only by I/O. */
export class Process<T = unknown> {
  alive = true;
  /** How far this process's clock is ahead, in ms. */
  skew = 0;
  /** How many more of its I/O must meet a conflict. */
  conflictsLeft = 0;
  /** Settles when the process ends, also by a crash; never rejects. */
  readonly ended: Promise<Outcome<T>>;
  private end: (outcome: Outcome<T>) => void = () => undefined;

  constructor(
    private readonly schedule: Schedule,
    readonly name: string,
    /** Counts up from 1 within a run. */
    readonly number: number,
  ) {
    this.ended = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  /** This process's own clock, epoch ms. */
  now(): number {
    return this.schedule.now() + this.skew;
  }

  /** Does one I/O when its turn comes; what may go wrong is the schedule's to decide. */
  io<V>(site: Site, effect: Effect<V>, failures: Failures = networkFailures): Promise<V> {
    return new Promise<V>((resolve, reject) => {
      if (!this.alive) return;
      this.schedule.send({
        process: this as Process,
        site,
        effect,
        failures,
        resolve: resolve as (value: unknown) => void,
        reject,
        waits: 0,
        parked: false,
        decided: false,
        answered: false,
      });
    });
  }

  /** Lets so much virtual time pass. */
  sleep(ms: number, site: Site = PAUSE): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      if (!this.alive) return;
      this.schedule.sleep(
        {
          process: this as Process,
          site,
          effect: () => undefined,
          failures: networkFailures,
          resolve: resolve as (value: unknown) => void,
          reject,
          waits: 0,
          parked: false,
          decided: false,
          answered: false,
        },
        ms,
      );
    });
  }

  /** Ends the process from outside. Nothing that it awaits will ever settle. */
  kill(): void {
    this.finish({ kind: 'crashed' });
  }

  /** Notes how the process ended; only the first ending counts. */
  finish(outcome: Outcome<T>): void {
    if (!this.alive) return;
    this.alive = false;
    this.schedule.forget(this as Process);
    this.end(outcome);
  }
}
