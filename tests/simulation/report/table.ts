import { NOT_YET, RACES } from '../races/races';
import { commandOf, type Failure, type Tally } from './tally';

/** What a run came to, for people and for machines. */
export type Report = {
  readonly commit: string;
  readonly schedules: number;
  readonly campaigns: Readonly<Record<string, number>>;
  readonly distinctInterleavings: number;
  readonly steps: number;
  readonly caseFilesAudited: number;
  readonly seconds: number;
  readonly schedulesPerSecond: number;
  readonly faults: Coverage;
  readonly adversities: Readonly<Record<string, number>>;
  readonly races: Readonly<Record<string, number>>;
  readonly racesNotYet: Readonly<Record<string, string>>;
  readonly failures: readonly Failure[];
};

type Coverage = {
  /** Pairs of a site and a fault that can strike there. */
  readonly pairs: number;
  readonly struck: number;
  readonly byFault: Readonly<Record<string, number>>;
  readonly leastCovered: { readonly site: string; readonly fault: string; readonly times: number };
  /** The pairs that never struck, as `fault at site`. */
  readonly never: readonly string[];
};

const coverageOf = ({ sites }: Tally): Coverage => {
  const pairs = Object.entries(sites).flatMap(([site, { struck }]) =>
    Object.entries(struck).map(([fault, times]) => ({ site, fault, times })),
  );
  const byFault: Record<string, number> = {};
  for (const { fault, times } of pairs) byFault[fault] = (byFault[fault] ?? 0) + times;
  const [leastCovered = { site: 'none', fault: 'none', times: 0 }] = [...pairs].sort(
    (one, other) => one.times - other.times,
  );
  const never = pairs.filter(({ times }) => times === 0);
  return {
    pairs: pairs.length,
    struck: pairs.length - never.length,
    byFault,
    leastCovered,
    never: never.map(({ fault, site }) => `${fault} at ${site}`),
  };
};

/** The report of all campaigns together. */
export const reportOf = (
  tally: Tally,
  { commit, seconds, campaigns }: Pick<Report, 'commit' | 'seconds' | 'campaigns'>,
): Report => ({
  commit,
  schedules: tally.schedules,
  campaigns,
  distinctInterleavings: new Set(tally.interleavings).size,
  steps: tally.steps,
  caseFilesAudited: tally.looks,
  seconds: Math.round(seconds),
  schedulesPerSecond: Math.round(tally.schedules / seconds),
  faults: coverageOf(tally),
  adversities: tally.adversities,
  races: Object.fromEntries(RACES.map(({ id }) => [id, tally.races[id] ?? 0])),
  racesNotYet: NOT_YET,
  failures: tally.failures,
});

/** So many of the pairs that never struck are named; a short run leaves many. */
const MOST_NAMED = 20;

const row = (name: string, value: string | number): string => `${name.padEnd(28)} ${value}`;

/** The report on one page. */
export const tableOf = (report: Report): string[] => {
  const { faults, failures } = report;
  const { site, fault, times } = faults.leastCovered;
  return [
    row('schedules', report.schedules),
    ...Object.entries(report.campaigns).map(([name, count]) => row(`  ${name}`, count)),
    row('distinct interleavings', report.distinctInterleavings),
    row('I/O steps', report.steps),
    row('case files audited', report.caseFilesAudited),
    row('seconds', `${report.seconds} (${report.schedulesPerSecond} schedules/s)`),
    row('fault sites × kinds', `${faults.struck} of ${faults.pairs} struck`),
    row('least covered', `${fault} at ${site}: ${times}`),
    ...faults.never.slice(0, MOST_NAMED).map((pair) => row('  never struck', pair)),
    ...Object.entries(faults.byFault).map(([name, count]) => row(`  ${name}`, count)),
    row('races reached', ''),
    ...RACES.map(({ id, says }) => row(`  ${id} ${report.races[id] ?? 0}`, says)),
    ...Object.entries(report.racesNotYet).map(([id, why]) => row(`  ${id} not yet`, why)),
    row('broken promises', failures.length),
    ...[...groups(failures)].map(
      ([what, { count, first }]) => `  ${count}× ${what}; first: ${commandOf(first)}`,
    ),
    failures.length === 0
      ? `0 in ${report.schedules}: at most ${(3 / report.schedules).toExponential(1)} of schedules like these at 95 %`
      : 'each command tells the story of one of them',
  ];
};

const groups = (failures: readonly Failure[]) => {
  const found = new Map<string, { count: number; first: Failure }>();
  for (const failure of failures) {
    const { id, found: words } = failure.violation;
    const what = `${id}: ${words.replace(/\b(ord|usr|crs|console|lsn)_\w+(#\d+)?|\d{3,}/g, '…')}`;
    const known = found.get(what);
    if (known) known.count += 1;
    else found.set(what, { count: 1, first: failure });
  }
  return found;
};
