import type { Tally } from '../report/tally';

/** What a worker is asked to do: its share of some schedules, or the story of one. A worker does many jobs in turn. */
export type Job =
  | (Share & { readonly kind: 'swarm'; readonly from: number; readonly seeds: number })
  | (Share & { readonly kind: 'directed'; readonly from: number; readonly seeds: number })
  | (Share & { readonly kind: 'singleFaults'; readonly from: number })
  | ({ readonly kind: 'story' } & Replay);

/** The jobs that count what they perform. */
export type Campaigns = Exclude<Job, { kind: 'story' }>;

/** What it takes to perform one schedule again. */
export type Replay = {
  readonly seed: number;
  /** The name of a scenario; a schedule of the swarm when absent. */
  readonly scenario?: string;
  /** The one fault that strikes, as `fault site occurrence`; by chance when absent. */
  readonly fault?: string;
};

/** Every so many-th of the whole, for workers beside each other. */
type Share = {
  readonly part: number;
  readonly parts: number;
  /** Epoch ms of the machine after which no schedule begins. */
  readonly until: number;
  /** Stops at the first broken promise. */
  readonly firstOnly?: boolean;
  /** Schedules whose failures do not count, by their commands: the sound shop fails in them, too. */
  readonly ignored?: readonly string[];
};

/** What a worker says: how far it is, what it counted in all, or a story. */
export type Message =
  | {
      readonly kind: 'progress';
      readonly of: Campaigns['kind'];
      readonly schedules: number;
      readonly failures: number;
    }
  | { readonly kind: 'tally'; readonly of: Campaigns['kind']; readonly tally: Tally }
  | { readonly kind: 'story'; readonly lines: readonly string[]; readonly failed: boolean };
