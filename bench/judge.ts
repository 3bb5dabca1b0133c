import type { Figure } from './figure';
import limits from './budgets.json';

/** The bound of one figure; a budget that is broken fails the run, a goal that is missed is said. */
type Bound = { readonly atMost?: number; readonly atLeast?: number };

/** A figure with what it may be, and whether it is. */
export type Judged = Figure & {
  readonly part: string;
  readonly budget?: number;
  readonly goal?: Bound;
  readonly broken: boolean;
  readonly missed: boolean;
};

type ByPart<Limit> = Readonly<Record<string, Readonly<Record<string, Limit>>>>;

const budgets: ByPart<number> = limits.budgets;
const goals: ByPart<Bound> = limits.goals;

const misses = (value: number, { atMost = Infinity, atLeast = -Infinity }: Bound) =>
  !(value <= atMost && value >= atLeast);

/** Holds the figures of a part against its budgets and goals. */
export const judge = (part: string, figures: readonly Figure[]): Judged[] =>
  figures.map((figure) => {
    const budget = budgets[part]?.[figure.name];
    const goal = goals[part]?.[figure.name];
    return {
      part,
      ...figure,
      ...(budget !== undefined && { budget }),
      ...(goal && { goal }),
      broken: budget !== undefined && misses(figure.value, { atMost: budget }),
      missed: goal !== undefined && misses(figure.value, goal),
    };
  });

/** Budgets and goals of a part that nothing measured: a figure that lost its name would never break. */
export const unmeasured = (part: string, figures: readonly Figure[]): string[] => {
  const measured = new Set(figures.map(({ name }) => name));
  const known = [...Object.keys(budgets[part] ?? {}), ...Object.keys(goals[part] ?? {})];
  return known.filter((name) => !measured.has(name));
};
