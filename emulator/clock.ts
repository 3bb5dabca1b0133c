/** The cloud's clock: epoch milliseconds that a person may move forward, never back. */
export interface Clock {
  now(): number;
}

/** A clock that runs with real time, ahead of it by what `advance` has added. */
export class MovableClock implements Clock {
  constructor(private aheadMs = 0) {}

  now(): number {
    return Date.now() + this.aheadMs;
  }

  advance(ms: number): void {
    if (!(ms >= 0)) throw new RangeError('the clock only moves forward');
    this.aheadMs += ms;
  }

  /** How far this clock is ahead of real time, in milliseconds; kept so that a restart does not turn it back. */
  ahead(): number {
    return this.aheadMs;
  }
}
