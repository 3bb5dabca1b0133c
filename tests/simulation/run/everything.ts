import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { reportOf, tableOf } from '../report/table';
import { addTally, emptyTally } from '../report/tally';
import { bundleWorker, ROOT } from './bundle';
import type { Job } from './job';
import type { Options } from './options';
import { tellSeed } from './seed';
import { campaign } from './workers';

/** So many seeds for each scenario. */
const DIRECTED_SEEDS = 60;

type Share = { part: number; parts: number };

/** Which part of the time has gone by when each campaign ends at the latest. */
const ENDS = { singleFaults: 0.35, directed: 0.6, swarm: 1 } as const;

const jobsOf = ({ seeds, from, minutes }: Options, began: number) => {
  const until = (name: keyof typeof ENDS) => began + ENDS[name] * minutes * 60_000;
  return {
    singleFaults: (share: Share): Job => ({
      kind: 'singleFaults',
      ...share,
      from,
      until: until('singleFaults'),
    }),
    directed: (share: Share): Job => ({
      kind: 'directed',
      ...share,
      from,
      seeds: DIRECTED_SEEDS,
      until: until('directed'),
    }),
    swarm: (share: Share): Job => ({ kind: 'swarm', ...share, from, seeds, until: until('swarm') }),
  } as const;
};

/** Every campaign, or those named; writes the report. True when every promise was kept. */
export const runSimulation = async (options: Options): Promise<boolean> => {
  const began = Date.now();
  const bundle = await bundleWorker('worker');
  const whole = emptyTally();
  const campaigns: Record<string, number> = {};
  const jobs = jobsOf(options, began);
  for (const [name, job] of Object.entries(jobs)) {
    if (options.only && !options.only.split(',').includes(name)) continue;
    const tally = await campaign(bundle, options.workers, job);
    campaigns[name] = tally.schedules;
    addTally(whole, tally);
  }
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT })
    .toString()
    .trim();
  const report = reportOf(whole, { commit, campaigns, seconds: (Date.now() - began) / 1000 });
  const folder = resolve(ROOT, options.report);
  await mkdir(folder, { recursive: true });
  await writeFile(resolve(folder, 'simulation.json'), JSON.stringify(report, undefined, 2));
  process.stdout.write(`${tableOf(report).join('\n')}\n`);
  const first = report.failures.find(({ kind }) => kind === 'swarm');
  if (first) await tellSeed(first.seed);
  return report.failures.length === 0;
};
