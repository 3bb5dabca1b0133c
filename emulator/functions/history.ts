import type { Invocation } from './invocation';

const REMEMBERED_RUNS = 500;

/** Counted for one function since the last reset. */
export interface FunctionStatistics {
  calls: number;
  /** Requests to the document database, the budget that matters (one network round trip each). */
  roundTrips: number;
  /** Round trips of the last finished call. */
  last: number;
}

/** The latest runs of functions, and what they cost. In memory only. */
export class InvocationHistory {
  private runs: Invocation[] = [];
  private byFunction: Record<string, FunctionStatistics> = {};

  began(invocation: Invocation): void {
    this.runs.push(invocation);
    if (this.runs.length > REMEMBERED_RUNS) this.runs.shift();
  }

  ended(invocation: Invocation): void {
    const name = invocation.function.name;
    const counted = (this.byFunction[name] ??= { calls: 0, roundTrips: 0, last: 0 });
    counted.calls += 1;
    counted.roundTrips += invocation.roundTrips;
    counted.last = invocation.roundTrips;
  }

  /** Newest first. */
  latest(limit: number): Invocation[] {
    return this.runs.slice(-limit).reverse();
  }

  statistics(): { total: number; byFunction: Record<string, FunctionStatistics> } {
    const total = Object.values(this.byFunction).reduce(
      (sum, { roundTrips }) => sum + roundTrips,
      0,
    );
    return { total, byFunction: this.byFunction };
  }

  resetStatistics(): void {
    this.byFunction = {};
  }
}
