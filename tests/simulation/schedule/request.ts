import type { PlannedFault } from './plan';
import type { Process } from './process';
import type { Site } from './site';

/** How an effect is to act: as it does, as a stale read, or as if another transaction had been in the way. */
export type How = 'plainly' | 'stale' | 'conflict';

/** Given by an effect that cannot be done yet: it is tried again when something is freed, at the latest then. */
export class Later {
  constructor(
    /** Virtual time, epoch ms. */
    readonly at: number,
  ) {}
}

/**
 * What one I/O does to the world, all at once; a throw is the answer of a world that refuses.
 * It may be done never, once or twice.
 */
export type Effect<T> = (how: How) => T | Later;

/** The errors a caller gets that tell nothing, and that say the quota is used up. */
export type Failures = { readonly unknown: () => unknown; readonly refused: () => unknown };

/** The words of Node for a connection that broke. */
export const networkFailures: Failures = {
  unknown: () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
  refused: () => Object.assign(new Error('too many requests'), { code: 'REFUSED' }),
};

/** One I/O on its way. */
export type Request = {
  readonly process: Process;
  readonly site: Site;
  readonly effect: Effect<unknown>;
  readonly failures: Failures;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** Counts the waits of this request, so that an alarm of an earlier one is known for what it is. */
  waits: number;
  /** Whether it waits for something to be freed. */
  parked: boolean;
  /** Decided once, when the request is first done. */
  fault?: PlannedFault | undefined;
  decided: boolean;
  answered: boolean;
};
