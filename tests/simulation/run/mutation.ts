import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { MUTANTS, NOT_YET } from '../mutants';
import type { Edit, Mutant } from '../mutants/mutant';
import { plant } from '../mutants/plant';
import { addTally, emptyTally, type Tally } from '../report/tally';
import { bundleWorker, ROOT } from './bundle';
import type { Options } from './options';
import { campaign } from './workers';

/** What became of one deliberate bug. */
type Verdict = {
  readonly id: string;
  readonly bug: string;
  readonly verdict: 'killed' | 'killed in a pair' | 'survived';
  readonly by?: string;
  readonly first?: string;
  readonly schedules: number;
  readonly why?: string;
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
  for (const [id, missing] of Object.entries(NOT_YET))
    process.stdout.write(`${id} not yet: ${missing}\n`);
  const killed = verdicts.filter(({ verdict }) => verdict !== 'survived').length;
  process.stdout.write(`${killed} of ${verdicts.length} killed\n`);
  const folder = resolve(ROOT, options.report);
  await mkdir(folder, { recursive: true });
  await writeFile(resolve(folder, 'mutants.json'), JSON.stringify(verdicts, undefined, 2));
  return killed === verdicts.length;
};

const lineOf = ({ id, bug, verdict, by, first, schedules }: Verdict): string =>
  `${id.padEnd(5)} ${verdict.padEnd(16)} ${bug}${by ? `  [${by}; ${first}, after ${schedules}]` : ''}`;

type Hunter = Options & { readonly ignored: readonly string[] };

const judge = async (mutant: Mutant, options: Hunter): Promise<Verdict> => {
  const { id, bug, edits, maskedBy } = mutant;
  const alone = await hunt(id, edits, options);
  if (alone.failures.length > 0) return { id, bug, verdict: 'killed', ...killOf(alone) };
  if (!maskedBy) return { id, bug, verdict: 'survived', schedules: alone.schedules };
  const pair = await hunt(`${id}-pair`, [...edits, ...maskedBy.edits], options);
  const verdict = pair.failures.length > 0 ? 'killed in a pair' : 'survived';
  return { id, bug, verdict, why: maskedBy.why, ...killOf(pair) };
};

const killOf = ({ failures: [first], schedules }: Tally) => ({
  schedules,
  ...(first && { by: first.violation.id, first: `seed ${first.seed} of ${first.kind}` }),
});

/** So many seeds for each scenario. */
const DIRECTED_SEEDS = 6;

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
  return failures.map(({ kind, seed }) => `${kind}/${seed}`);
};

const hunt = async (name: string, edits: readonly Edit[], options: Hunter): Promise<Tally> => {
  const bundle = await bundleWorker(name, [plant(ROOT, edits)]);
  const { ignored, workers } = options;
  const whole = emptyTally();
  for (const job of jobsOf(options)) {
    const hunted = { ...job, ignored, firstOnly: true };
    addTally(whole, await campaign(bundle, workers, (share) => ({ ...hunted, ...share })));
    if (whole.failures.length > 0) break;
  }
  return whole;
};
