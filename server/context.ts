import type { Caller } from './caller';
import type { Ports } from './ports';

/** What a use case is handed: who calls, when, and the ports. Nothing else reaches the world. */
export type Context = Ports & {
  readonly caller: Caller;
  /** Epoch ms, one moment for the whole call. */
  readonly now: number;
};
