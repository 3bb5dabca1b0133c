import {
  Coverage,
  exactPlan,
  noFaults,
  randomPlan,
  Random,
  FAULTS,
  type Fault,
  type Plan,
  type PlannedFault,
} from '../schedule';
import { commandOf, emptyTally, type Tally } from '../report/tally';
import type { Violation } from '../world/judge';
import { SCENARIOS, type Scenario } from '../world/scenarios';
import { perform, type Performance } from '../world/perform';
import { scriptOf, type Script } from '../world/script';
import type { Direction } from '../world/theatre';
import { count, countCoverage } from './count';
import type { Job, Replay } from './job';

type Named = Omit<Replay, 'seed'>;
type Told = (schedules: number, failures: number) => Promise<void>;
type JobOf<Kind extends Job['kind']> = Extract<Job, { kind: Kind }>;

/** One worker's counting of what it performs. */
class Campaign {
  readonly tally: Tally = emptyTally();
  readonly coverage = new Coverage();
  private told = 0;

  constructor(
    private readonly job: Pick<JobOf<'swarm'>, 'until' | 'firstOnly' | 'ignored'>,
    private readonly tell: Told,
  ) {}

  /** Whether its time is up, or it found what it was sent for. */
  get isOver(): boolean {
    const found = this.job.firstOnly === true && this.tally.failures.length > 0;
    return found || Date.now() > this.job.until;
  }

  async perform(script: Script, direction: Direction, named: Named = {}): Promise<Performance> {
    const performance = await perform(script, { ...direction, coverage: this.coverage });
    count(this.tally, script, performance);
    const [violation] = performance.violations;
    if (violation) this.fail({ seed: script.seed, ...named }, violation);
    if (Date.now() - this.told > 500) {
      this.told = Date.now();
      await this.tell(this.tally.schedules, this.tally.failures.length);
    }
    return performance;
  }

  private fail(replay: Replay, violation: Violation): void {
    if (this.job.ignored?.includes(commandOf(replay))) return;
    this.tally.failures.push({ ...replay, violation });
  }

  end(): Tally {
    countCoverage(this.tally, this.coverage);
    return this.tally;
  }
}

/** Random schedules, a seed each. */
export const swarm = async (job: JobOf<'swarm'>, tell: Told): Promise<Tally> => {
  const campaign = new Campaign(job, tell);
  for (let seed = job.from + job.part; seed < job.from + job.seeds; seed += job.parts) {
    if (campaign.isOver) break;
    await campaign.perform(scriptOf(seed), {});
  }
  return campaign.end();
};

/** Each scenario in many orders, with few faults: races that chance alone comes to too seldom. */
export const directed = async (job: JobOf<'directed'>, tell: Told): Promise<Tally> => {
  const campaign = new Campaign(job, tell);
  for (let seed = job.from + job.part; seed < job.from + job.seeds; seed += job.parts) {
    for (const scenario of SCENARIOS) {
      if (campaign.isOver) return campaign.end();
      const plan = rareFaults(seed, scenario);
      await campaign.perform(scenario.script(seed), { plan }, { scenario: scenario.name });
    }
  }
  return campaign.end();
};

/** The few faults that a scenario meets under a seed. */
export const rareFaults = (seed: number, { name }: Scenario) =>
  randomPlan({ random: new Random(`${seed}/${name}`), rate: 0.01, enabled: FAULTS });

/** How a scenario goes that is to be performed again: with the one fault that is named, or by chance. */
export const planAgain = (scenario: Scenario, { seed, fault }: Replay): Plan => {
  if (fault === undefined) return rareFaults(seed, scenario);
  return fault === NONE ? noFaults : exactPlan([faultIn(fault)]);
};

const NONE = 'none';

const textOfFault = ({ fault, site, occurrence }: PlannedFault): string =>
  `${fault} ${site} ${occurrence}`;

const faultIn = (text: string): PlannedFault => {
  const [, fault, site = '', occurrence] = /^(\w+) (.+) (\d+)$/.exec(text) ?? [];
  return { fault: fault as Fault, site, occurrence: Number(occurrence) };
};

/** What is tried first, and what is tried where time is left. */
const TRIED: readonly (readonly Fault[])[] = [
  ['crashBefore', 'crashAfter', 'answerLost', 'neverArrived'],
  ['sentTwice', 'late', 'conflict', 'refused', 'stale'],
];

/** Every scenario with each single fault at each of its I/O, one at a time; which comes first hangs on the seed. */
export const singleFaults = async (job: JobOf<'singleFaults'>, tell: Told): Promise<Tally> => {
  const campaign = new Campaign(job, tell);
  const inTurn = SCENARIOS.map(
    (_, at) => SCENARIOS[(at + job.from) % SCENARIOS.length] as Scenario,
  );
  const mine = inTurn.filter((_, at) => at % job.parts === job.part);
  for (const faults of TRIED) {
    for (const scenario of mine) await tryEach(faults, { scenario, seed: job.from, campaign });
  }
  return campaign.end();
};

type Attempt = {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly campaign: Campaign;
};

const tryEach = async (faults: readonly Fault[], attempt: Attempt): Promise<void> => {
  const { scenario, seed, campaign } = attempt;
  if (campaign.isOver) return;
  const named = (fault: string) => ({ scenario: scenario.name, fault });
  const script = scenario.script(seed);
  const plain = await campaign.perform(script, { plan: noFaults }, named(NONE));
  for (const planned of strikesIn(plain, faults)) {
    if (campaign.isOver) return;
    const plan = exactPlan([planned]);
    await campaign.perform(script, { plan }, named(textOfFault(planned)));
  }
};

/** Where and when each fault can strike what went without any. */
const strikesIn = ({ theatre }: Performance, faults: readonly Fault[]): PlannedFault[] =>
  theatre.schedule.trace.occurrences().flatMap(({ site, times }) =>
    faults
      .filter((fault) => site.faults.includes(fault as never))
      .flatMap((fault) =>
        Array.from({ length: times }, (_, occurrence) => ({
          site: site.name,
          occurrence,
          fault,
        })),
      ),
  );
