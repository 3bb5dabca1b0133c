import { Random, randomPlan, type Plan, type PlannedFault } from '../schedule';
import { BUYING, type Story } from './buying';
import type { CallRecord } from './calls';
import { HAPPENING } from './happening';
import type { Violation } from './judge';
import { network } from './network';
import { Phone } from './phone';
import { RETURNING } from './returning';
import type { Act, Script, StoryName } from './script';
import { Theatre, type Direction } from './theatre';
import { compareEffects, compareWithProvider } from './truth';

const TOLD: Readonly<Record<StoryName, Story>> = { ...BUYING, ...RETURNING, ...HAPPENING };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The quiet time: longer than any delay, ladder or lease. */
const QUIET_MS = 9 * DAY;
const MOST_ROUNDS = 400;

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
  const theatre = new Theatre(script, { ...direction, plan: direction.plan ?? planOf(script) });
  const { schedule, judge } = theatre;
  for (const act of script.acts) theatre.after(act.at, act.story, () => tell(theatre, act));
  try {
    await schedule.run({ until: script.startAt + script.chaosMs });
    schedule.calm();
    theatre.fortune.calm();
    await untilQuiet(theatre);
    judgeAtLast(theatre);
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

const tell = (theatre: Theatre, act: Act): void => {
  theatre.schedule.spawn(`${act.story} by ${act.who}`, (process) =>
    TOLD[act.story](new Phone(theatre, process, act.who), act),
  );
};

/** What each timer looks for: a collection, and the field that says when a document of it is due. */
const TIMERS = [
  ['closeUnpaidOrders', 'orders', 'checkAt'],
  ['submitRefunds', 'refunds', 'checkAt'],
  ['deliverOutbox', 'orders', 'todoAt'],
  ['deliverOutbox', 'refunds', 'todoAt'],
  ['keepBooks', 'reconciliations', 'checkAt'],
] as const;

/** Runs the timers whenever something is due, until nothing is any more or the quiet time ends. */
const untilQuiet = async (theatre: Theatre): Promise<void> => {
  const { schedule } = theatre;
  const end = schedule.now() + QUIET_MS;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let next = nextDue(theatre);
    if (next > end) {
      // Whatever is under way may leave something to do.
      do await theatre.pass(MINUTE);
      while (theatre.isBusy);
      next = nextDue(theatre);
    }
    if (next > end) return;
    await theatre.pass(Math.max(next - schedule.now(), 1000));
    const names = new Set(TIMERS.filter((timer) => isDue(theatre, timer)).map(([name]) => name));
    for (const name of names) await throughTimer(theatre, name);
  }
};

/** One run of a timer at a time: the quiet time is quiet. */
const throughTimer = async (theatre: Theatre, name: string): Promise<void> => {
  let isOver = false;
  void theatre.runTimer(name).then(() => {
    isOver = true;
  });
  while (!isOver) await theatre.pass(1000);
};

const nextDue = (theatre: Theatre): number => Math.min(...dueIn(theatre), ...theatre.due.values());

const dueIn = (theatre: Theatre): number[] =>
  TIMERS.flatMap(([, collection, field]) =>
    theatre.documents(collection).flatMap((doc) => dueOf(doc, field)),
  );

const dueOf = (doc: object, field: string): number[] => {
  const due = (doc as Record<string, unknown>)[field];
  return typeof due === 'number' ? [due] : [];
};

const isDue = (theatre: Theatre, [, collection, field]: (typeof TIMERS)[number]): boolean =>
  theatre
    .documents(collection)
    .some((doc) => dueOf(doc, field).some((due) => due <= theatre.schedule.now()));

/** Looks at everything once more, with WeChat Pay's own book beside it. */
const judgeAtLast = ({ judge, provider, schedule, calls }: Theatre): void => {
  const moment = { now: schedule.now(), quiet: true };
  const apart = new Set([...judge.differences.values()].map(({ orderId }) => orderId));
  judge.lookAtAll(moment, (orderId) =>
    // Where a person still has to look, the books say so instead of agreeing.
    apart.has(orderId)
      ? undefined
      : {
          paid: provider.book.takenFor(orderId),
          refunded: provider.book.givenBack(orderId),
        },
  );
  compareWithProvider(judge, provider.book);
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
