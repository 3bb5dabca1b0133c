import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reportOf, tableOf } from '../report/table';
import { addTally, emptyTally } from '../report/tally';
import { bundleWorker, ROOT } from './bundle';
import type { Campaigns } from './job';
import type { Options } from './options';
import { tellSeed } from './seed';
import { campaigns } from './workers';

type Share = { part: number; parts: number };

/** Which part of the time has gone by when each campaign ends at the latest; single faults end when all were tried. */
const ENDS = { singleFaults: 0.55, directed: 0.8, swarm: 1 } as const;

const jobsOf =
  ({ seeds, from, minutes, only }: Options, began: number) =>
  (share: Share): readonly Campaigns[] => {
    const until = (name: keyof typeof ENDS) => began + ENDS[name] * minutes * 60_000;
    const jobs: readonly Campaigns[] = [
      { kind: 'singleFaults', ...share, from, until: until('singleFaults') },
      { kind: 'directed', ...share, from, seeds, until: until('directed') },
      { kind: 'swarm', ...share, from, seeds, until: until('swarm') },
    ];
    return jobs.filter(({ kind }) => !only || only.split(',').includes(kind));
  };

/** Every campaign, or those named; writes the report. True when every promise was kept. */
export const runSimulation = async (options: Options): Promise<boolean> => {
  const began = Date.now();
  const bundle = await bundleWorker('worker');
  const whole = emptyTally();
  const counted: Record<string, number> = {};
  const tallies = await campaigns(bundle, options.workers, jobsOf(options, began));
  for (const [name, tally] of tallies) {
    counted[name] = tally.schedules;
    addTally(whole, tally);
  }
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT })
    .toString()
    .trim();
  const report = reportOf(whole, {
    commit,
    campaigns: counted,
    seconds: (Date.now() - began) / 1000,
  });
  const folder = resolve(ROOT, options.report);
  await mkdir(folder, { recursive: true });
  await writeFile(resolve(folder, 'simulation.json'), JSON.stringify(report, undefined, 2));
  process.stdout.write(`${tableOf(report).join('\n')}\n`);
  const [first] = report.failures;
  if (first) await tellSeed(first);
  return report.failures.length === 0;
};
