import { exactPlan, type Plan, type PlannedFault } from '../schedule';
import { perform, type Performance } from '../world/perform';
import type { Act, Script } from '../world/script';
import type { Direction } from '../world/theatre';

/** A failing schedule with as little in it as still fails. */
export type Shrunk = {
  readonly script: Script;
  readonly direction: Direction;
  readonly performance: Performance;
  readonly runs: number;
};

/** So many runs at most: a story that is short enough, soon. */
const MOST_RUNS = 500;
/** Leaving something away shifts the order of all that follows, so the same failure is looked for in a few orders. */
const ORDERS = 3;

type State = {
  readonly acts: readonly Act[];
  /** Absent while the faults still come by chance. */
  readonly faults: readonly PlannedFault[] | undefined;
  readonly dropped: readonly string[];
  readonly orderSeed: number | string;
};

/** Leaves away acts, faults and adversities as long as the same promise is still broken. */
export const shrink = async (script: Script, failed: Performance): Promise<Shrunk> => {
  const id = failed.violations[0]?.id;
  const shrinker = new Shrinker(script, id);
  let state: State = { acts: script.acts, faults: undefined, dropped: [], orderSeed: script.seed };
  let best = failed;
  const exact = await shrinker.attempt({ ...state, faults: failed.faults });
  if (exact) [state, best] = exact;
  for (let before = Infinity; shrinker.runs < MOST_RUNS && sizeOf(state, best) < before;) {
    before = sizeOf(state, best);
    [state, best] = await shrinker.dropActs(state, best);
    [state, best] = await shrinker.dropAdversities(state, best);
    [state, best] = await shrinker.dropFaults(state, best);
  }
  const direction = { ...shrinker.directionOf(state), record: true };
  const performance = await perform({ ...script, acts: state.acts }, direction);
  return { script: { ...script, acts: state.acts }, direction, performance, runs: shrinker.runs };
};

const sizeOf = ({ acts, faults }: State, { struck }: Performance): number =>
  acts.length + (faults?.length ?? 0) + struck.length;

type Found = [State, Performance];

class Shrinker {
  runs = 0;

  constructor(
    private readonly script: Script,
    private readonly id: string | undefined,
  ) {}

  directionOf({ faults, dropped, orderSeed }: State): Direction {
    const plan: { plan?: Plan } = faults ? { plan: exactPlan(faults) } : {};
    return { ...plan, dropped: new Set(dropped), orderSeed };
  }

  /** Whether it still fails in the same way, in this order or in another. */
  async attempt(state: State): Promise<Found | undefined> {
    for (let order = 0; order < ORDERS && this.runs < MOST_RUNS; order += 1) {
      const orderSeed = order === 0 ? state.orderSeed : `${this.script.seed}/${order}`;
      const tried = { ...state, orderSeed };
      this.runs += 1;
      const result = await perform({ ...this.script, acts: tried.acts }, this.directionOf(tried));
      if (result.violations.some(({ id }) => id === this.id)) return [tried, result];
    }
    return undefined;
  }

  dropActs(state: State, best: Performance): Promise<Found> {
    return this.dropSome(state.acts, [state, best], (acts, [now]) => ({ ...now, acts }));
  }

  dropFaults(state: State, best: Performance): Promise<Found> {
    if (!state.faults) return Promise.resolve([state, best]);
    return this.dropSome(state.faults, [state, best], (faults, [now]) => ({ ...now, faults }));
  }

  dropAdversities(state: State, best: Performance): Promise<Found> {
    const struck = [...new Set(best.struck)];
    return this.dropSome(struck, [state, best], (kept, [now]) => {
      const gone = struck.filter((name) => !kept.includes(name));
      return { ...now, dropped: [...new Set([...state.dropped, ...gone])] };
    });
  }

  /** Tries without halves, quarters, … and single ones of a list. */
  private async dropSome<T>(
    list: readonly T[],
    start: Found,
    without: (kept: readonly T[], found: Found) => State,
  ): Promise<Found> {
    let kept = list;
    let found = start;
    for (let size = Math.ceil(list.length / 2); size >= 1; size = size > 1 ? size >> 1 : 0) {
      for (let at = 0; at < kept.length && this.runs < MOST_RUNS;) {
        const rest = [...kept.slice(0, at), ...kept.slice(at + size)];
        const better = await this.attempt(without(rest, found));
        if (!better) {
          at += size;
          continue;
        }
        found = better;
        kept = rest;
      }
    }
    return found;
  }
}
