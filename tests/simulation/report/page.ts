import type { Verdict } from '../run/mutation';
import { RACES } from '../races/races';
import type { Report } from './table';

type Reports = {
  readonly simulation: Report;
  readonly mutants: readonly Verdict[];
};

const number = (value: number): string => value.toLocaleString('en-US').replaceAll(',', ' ');

const table = (
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string[] => [
  `| ${head.join(' | ')} |`,
  `| ${head.map(() => '---').join(' | ')} |`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
];

const runRows = (report: Report): [string, string][] => {
  const { faults, failures, campaigns } = report;
  const { site, fault, times } = faults.leastCovered;
  return [
    ['commit', report.commit],
    ['schedules', number(report.schedules)],
    ...Object.entries(campaigns).map(([name, count]): [string, string] => [
      `of them ${name}`,
      number(count),
    ]),
    ['distinct interleavings', number(report.distinctInterleavings)],
    ['I/O steps', number(report.steps)],
    ['case files audited', number(report.caseFilesAudited)],
    ['pairs of a site and a fault that struck', `${faults.struck} of ${faults.pairs}`],
    ['least covered', `${fault} at \`${site}\`, ${times} times`],
    ['time', `${number(report.seconds)} s, ${report.schedulesPerSecond} schedules a second`],
    ['broken promises', String(failures.length)],
  ];
};

const verdictOf = ({ broken, schedules, verdict, maskedBy }: Verdict): string => {
  const rate = `${broken} of ${schedules}`;
  if (verdict === 'survived') return '**survived**';
  return maskedBy ? `${rate} in a pair, ${maskedBy.alone} without the bug` : rate;
};

/** `docs/reliability.md`: what the last runs came to, for whoever wants to know how the money was tried. */
export const pageOf = ({ simulation, mutants }: Reports): string => {
  const killed = mutants.filter(({ verdict }) => verdict !== 'survived').length;
  const most = (3 / simulation.schedules).toExponential(1);
  const lines = [
    '# Reliability',
    '',
    'What the money of the shop was put through, and what came of it. The real functions, repositories and payment adapters run over a',
    'simulated cloud (the database’s own snapshots, locks, conflicts and errors, held to the emulator and to `wx-server-sdk` by one',
    'conformance suite) and an adversarial WeChat Pay. A seed decides the order of every I/O, every fault and every adversity. Invariants',
    'of an order are checked at every commit, all of them when a schedule has come to rest, with WeChat Pay’s own book beside ours.',
    '',
    'Three campaigns: each scenario with every single fault at each of its I/O, one at a time (`singleFaults`); each scenario in random',
    'order with few faults (`directed`); and random people who do random things, with their own faults and adversities (`swarm`).',
    '',
    '```sh',
    'npm run simulate -- --fresh --seeds 2000000 --minutes 80  # a run like the one below; SEED=n tells the story of one schedule',
    'npm run simulate -- --mutants --seeds 10 --minutes 0.2    # the deliberate bugs',
    'npm run simulate -- --publish                             # writes this page from the reports of the two',
    '```',
    '',
    '## The last run',
    '',
    ...table(['figure', 'value'], runRows(simulation)),
    '',
    simulation.failures.length === 0
      ? `No promise was broken in ${number(simulation.schedules)} schedules: at 95 % at most ${most} of schedules like these would break one. That is no proof for schedules unlike them.`
      : 'Promises were broken: the run is not clean.',
    '',
    'How often each kind of fault struck:',
    '',
    ...table(
      ['fault', 'times'],
      Object.entries(simulation.faults.byFault).map(([name, count]) => [name, number(count)]),
    ),
    '',
    '## Races',
    '',
    'Each race of the list, and how many schedules came to it.',
    '',
    ...table(
      ['race', 'what meets', 'reached'],
      [
        // The races of the run: the list may have grown since.
        ...RACES.filter(({ id }) => id in simulation.races).map(
          ({ id, says }): [string, string, string] => [id, says, number(simulation.races[id] ?? 0)],
        ),
        ...Object.entries(simulation.racesNotYet).map(([id, why]): [string, string, string] => [
          id,
          why,
          'never',
        ]),
      ],
    ),
    '',
    '## Deliberate bugs',
    '',
    `${killed} of ${mutants.length} bugs are noticed. A bug that another layer hides is planted together with the lack of that layer, and must break more`,
    'than that lack alone.',
    '',
    ...table(
      ['bug', 'what is wrong', 'schedules that break a promise', 'noticed by'],
      mutants.map((each) => [each.id, each.bug, verdictOf(each), each.by ?? '–']),
    ),
    '',
  ];
  return lines.join('\n');
};
