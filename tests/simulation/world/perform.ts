import { Random, randomPlan, type Plan, type PlannedFault } from '../schedule';
import type { CallRecord } from './calls';
import type { Violation } from './judge';
import { network } from './network';
import { auditEverything } from './everything';
import { pastOf } from './past';
import { play } from './play';
import type { Script } from './script';
import { Theatre, type Direction } from './theatre';
import { compareEffects, compareSharings, compareTransfers, compareWithProvider } from './truth';

const RESTED_MS = 2 * 60 * 60_000;

/** What became of one schedule. */
export type Performance = {
  readonly theatre: Theatre;
  readonly violations: readonly Violation[];
  readonly steps: number;
  readonly interleaving: string;
  readonly faults: readonly PlannedFault[];
  readonly struck: readonly string[];
  readonly calls: readonly CallRecord[];
  readonly looks: number;
};

/** Performs one script: chaos, then quiet until nothing is due any more, then the last judgement. */
export const perform = async (script: Script, direction: Direction = {}): Promise<Performance> => {
  const past = script.books ? await pastOf(script) : undefined;
  const directed = { ...direction, plan: direction.plan ?? planOf(script) };
  const theatre = new Theatre(script, directed, past);
  const { judge } = theatre;
  judge.violations.push(...(past?.violations ?? []));
  try {
    if (judge.violations.length > 0) return resultOf(theatre);
    await play(theatre, script);
    await judgeAtLast(theatre);
  } catch (error) {
    if (judge.violations.length === 0) throw error;
  } finally {
    network.close();
  }
  return resultOf(theatre);
};

/** Faults by chance, as the script allows them. */
const planOf = ({ seed, faults, faultRate }: Script): Plan =>
  randomPlan({ random: new Random(`${seed}/faults`), rate: faultRate, enabled: faults });

/** Looks at everything once more, with WeChat Pay's own book beside it. */
const judgeAtLast = async (theatre: Theatre): Promise<void> => {
  const { judge, provider, schedule, calls, house } = theatre;
  const moment = { now: schedule.now(), quiet: true };
  const apart = new Set([...judge.differences.values()].map(({ orderId }) => orderId));
  judge.lookAtOrders(moment, (orderId) =>
    // Where a person still has to look, the books say so instead of agreeing.
    apart.has(orderId)
      ? undefined
      : {
          paid: provider.book.takenFor(orderId),
          refunded: provider.book.givenBack(orderId),
        },
  );
  // By then everything has rested for so long that it must have been done.
  judge.take(await auditEverything(house.cloud, schedule.now() + RESTED_MS));
  compareWithProvider(judge, provider.book);
  compareTransfers(judge, provider.book, theatre.documents('payouts'));
  compareSharings(judge, provider.book, theatre.documents('payouts'));
  const erasing = calls.filter(({ name }) => name === 'manageMyData').map(({ who }) => who);
  compareEffects(judge, new Set(erasing));
};

const resultOf = (theatre: Theatre): Performance => {
  const { schedule, judge, fortune, calls } = theatre;
  const { trace } = schedule;
  return {
    theatre,
    violations: judge.violations,
    steps: trace.steps,
    interleaving: trace.interleaving,
    faults: trace.faults,
    struck: fortune.struck,
    calls,
    looks: judge.looks,
  };
};
