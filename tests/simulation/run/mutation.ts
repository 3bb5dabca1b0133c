import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MUTANTS } from '../mutants';
import type { Edit, Mutant } from '../mutants/mutant';
import { plant } from '../mutants/plant';
import { addTally, commandOf, emptyTally, type Tally } from '../report/tally';
import { bundleWorker, ROOT } from './bundle';
import type { Options } from './options';
import { campaign } from './workers';

/** What became of one deliberate bug. */
export type Verdict = {
  readonly id: string;
  readonly bug: string;
  readonly verdict: 'killed' | 'killed in a pair' | 'survived';
  /** The invariant that noticed it first, and where. */
  readonly by?: string;
  readonly first?: string;
  readonly schedules: number;
  /** In how many of them a promise was broken. */
  readonly broken: number;
  /** The layer that hides it, and how many schedules that layer's lack alone breaks, of as many. */
  readonly maskedBy?: { readonly why: string; readonly alone: number };
};

/** Plants every deliberate bug, or those named, and looks whether it is noticed. True when none survives. */
export const runMutants = async (options: Options): Promise<boolean> => {
  const wanted = MUTANTS.filter(({ id }) => !options.only || options.only.split(',').includes(id));
  const verdicts: Verdict[] = [];
  const hunter = { ...options, ignored: await failingAnyway(options) };
  for (const mutant of wanted) {
    const verdict = await judge(mutant, hunter);
    verdicts.push(verdict);
    process.stdout.write(`${lineOf(verdict)}\n`);
  }
  const killed = verdicts.filter(({ verdict }) => verdict !== 'survived').length;
  process.stdout.write(`${killed} of ${verdicts.length} killed\n`);
  const folder = resolve(ROOT, options.report);
  await mkdir(folder, { recursive: true });
  await writeFile(resolve(folder, 'mutants.json'), JSON.stringify(verdicts, undefined, 2));
  return killed === verdicts.length;
};

const lineOf = ({ id, bug, verdict, by, first, schedules, broken, maskedBy }: Verdict): string =>
  [
    `${id.padEnd(5)} ${verdict.padEnd(16)} ${bug}`,
    `${broken} of ${schedules}${by ? `, first ${by} at ${first}` : ''}`,
    ...(maskedBy ? [`${maskedBy.why}; without that alone ${maskedBy.alone}`] : []),
  ].join('\n        ');

type Hunter = Options & { readonly ignored: readonly string[] };

const judge = async (mutant: Mutant, options: Hunter): Promise<Verdict> => {
  const { id, bug, edits, maskedBy } = mutant;
  const alone = await hunt(id, edits, options);
  if (alone.failures.length > 0) return { id, bug, verdict: 'killed', ...killOf(alone) };
  if (!maskedBy) return { id, bug, verdict: 'survived', ...killOf(alone) };
  const pair = await hunt(`${id}-pair`, [...edits, ...maskedBy.edits], options);
  const mask = await hunt(`${id}-mask`, maskedBy.edits, options);
  const verdict = pair.failures.length > mask.failures.length ? 'killed in a pair' : 'survived';
  const { why } = maskedBy;
  return { id, bug, verdict, ...killOf(pair), maskedBy: { why, alone: mask.failures.length } };
};

const killOf = ({ failures, schedules }: Tally) => {
  const [first] = failures;
  return {
    schedules,
    broken: failures.length,
    ...(first && { by: first.violation.id, first: commandOf(first) }),
  };
};

/** So many seeds for each scenario. */
const DIRECTED_SEEDS = 4;

/** Scenarios first, which kill most bugs at once, then fresh seeds. */
const jobsOf = ({ from, seeds, minutes }: Options) => {
  const until = Date.now() + minutes * 60_000;
  return [
    { kind: 'directed', from, seeds: DIRECTED_SEEDS, until },
    { kind: 'swarm', from, seeds, until },
  ] as const;
};

/** The schedules that the shop fails in without any bug planted: they prove nothing. */
const failingAnyway = async (options: Options): Promise<string[]> => {
  const bundle = await bundleWorker('worker');
  const failures = [];
  for (const job of jobsOf({ ...options, minutes: options.minutes * 3 })) {
    const tally = await campaign(bundle, options.workers, (share) => ({ ...job, ...share }));
    failures.push(...tally.failures);
  }
  return failures.map(commandOf);
};

const hunt = async (name: string, edits: readonly Edit[], options: Hunter): Promise<Tally> => {
  const bundle = await bundleWorker(name, [plant(ROOT, edits)]);
  const { ignored, workers } = options;
  const whole = emptyTally();
  for (const job of jobsOf(options)) {
    addTally(whole, await campaign(bundle, workers, (share) => ({ ...job, ignored, ...share })));
  }
  return whole;
};
