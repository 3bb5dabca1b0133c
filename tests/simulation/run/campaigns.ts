import { Coverage, exactPlan, noFaults, randomPlan, Random, FAULTS, type Fault } from '../schedule';
import { emptyTally, type Tally } from '../report/tally';
import { SCENARIOS, type Scenario } from '../world/scenarios';
import { perform, type Performance } from '../world/perform';
import { scriptOf, type Script } from '../world/script';
import type { Direction } from '../world/theatre';
import { count, countCoverage } from './count';
import type { Job } from './job';

type Told = (schedules: number, failures: number) => void;
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

  async perform(kind: string, script: Script, direction: Direction): Promise<Performance> {
    const performance = await perform(script, { ...direction, coverage: this.coverage });
    count(this.tally, script, performance);
    const [violation] = performance.violations;
    const counts = !this.job.ignored?.includes(`${kind}/${script.seed}`);
    if (violation && counts) this.tally.failures.push({ seed: script.seed, kind, violation });
    if (Date.now() - this.told > 500) {
      this.told = Date.now();
      this.tell(this.tally.schedules, this.tally.failures.length);
    }
    return performance;
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
    await campaign.perform('swarm', scriptOf(seed), {});
  }
  return campaign.end();
};

/** Each scenario in many orders, with few faults: races that chance alone comes to too seldom. */
export const directed = async (job: JobOf<'directed'>, tell: Told): Promise<Tally> => {
  const campaign = new Campaign(job, tell);
  for (let seed = job.from + job.part; seed < job.from + job.seeds; seed += job.parts) {
    for (const scenario of SCENARIOS) {
      if (campaign.isOver) return campaign.end();
      const script = { ...scenario.script(seed), faults: FAULTS, faultRate: 0.01 };
      await campaign.perform(scenario.name, script, { plan: rareFaults(seed, scenario) });
    }
  }
  return campaign.end();
};

/** The few faults that a scenario meets under a seed. */
export const rareFaults = (seed: number, { name }: Scenario) =>
  randomPlan({ random: new Random(`${seed}/${name}`), rate: 0.01, enabled: FAULTS });

const TRIED: readonly Fault[] = ['crashBefore', 'crashAfter', 'answerLost', 'neverArrived'];

/** Every scenario with each single fault at each of its I/O, one at a time; which comes first hangs on the seed. */
export const singleFaults = async (job: JobOf<'singleFaults'>, tell: Told): Promise<Tally> => {
  const campaign = new Campaign(job, tell);
  const inTurn = SCENARIOS.map(
    (_, at) => SCENARIOS[(at + job.from) % SCENARIOS.length] as Scenario,
  );
  const mine = inTurn.filter((_, at) => at % job.parts === job.part);
  for (const scenario of mine) await everyFaultOf(scenario, campaign);
  return campaign.end();
};

const everyFaultOf = async (scenario: Scenario, campaign: Campaign): Promise<void> => {
  const script = scenario.script(0);
  const plain = await campaign.perform(scenario.name, script, { plan: noFaults });
  for (const { site, times } of plain.theatre.schedule.trace.occurrences()) {
    for (const fault of TRIED.filter((each) => site.faults.includes(each as never))) {
      for (let occurrence = 0; occurrence < times && !campaign.isOver; occurrence += 1) {
        const plan = exactPlan([{ site: site.name, occurrence, fault }]);
        await campaign.perform(`${scenario.name} ${fault} ${site.name} ${occurrence}`, script, {
          plan,
        });
      }
    }
  }
};
