import type { Replay } from '../run/job';
import type { Violation } from '../world/judge';

/** A schedule in which a promise was broken. */
export type Failure = Replay & {
  readonly violation: Violation;
};

/** The command that performs it again and tells its story. */
export const commandOf = ({ seed, scenario, fault }: Replay): string =>
  [
    ...(scenario ? [`SCENARIO='${scenario}'`] : []),
    ...(fault ? [`FAULT='${fault}'`] : []),
    `SEED=${seed} npm run simulate`,
  ].join(' ');

/** What many schedules came to; plain, so that it travels between processes. */
export type Tally = {
  schedules: number;
  steps: number;
  /** How many case files were looked at. */
  looks: number;
  interleavings: string[];
  /** How many schedules came to each race. */
  races: Record<string, number>;
  /** How often each adversity of the provider struck. */
  adversities: Record<string, number>;
  /** Site → how often it was come to, and how often each fault struck there. */
  sites: Record<string, { reached: number; struck: Record<string, number> }>;
  failures: Failure[];
};

export const emptyTally = (): Tally => ({
  schedules: 0,
  steps: 0,
  looks: 0,
  interleavings: [],
  races: {},
  adversities: {},
  sites: {},
  failures: [],
});

const addCounts = (to: Record<string, number>, from: Readonly<Record<string, number>>): void => {
  for (const [name, count] of Object.entries(from)) to[name] = (to[name] ?? 0) + count;
};

/** Adds what one worker counted to the whole. */
export const addTally = (whole: Tally, part: Tally): void => {
  whole.schedules += part.schedules;
  whole.steps += part.steps;
  whole.looks += part.looks;
  // Not as arguments of a call: there may be a million.
  for (const interleaving of part.interleavings) whole.interleavings.push(interleaving);
  whole.failures.push(...part.failures);
  addCounts(whole.races, part.races);
  addCounts(whole.adversities, part.adversities);
  for (const [name, { reached, struck }] of Object.entries(part.sites)) {
    const site = (whole.sites[name] ??= { reached: 0, struck: {} });
    site.reached += reached;
    addCounts(site.struck, struck);
  }
};
