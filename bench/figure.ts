/** One thing that was measured. Its name is what `budgets.json` knows it by. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  /** `trips`, `documents`, `kB`, `x`, … */
  readonly unit: string;
  /** What else is worth knowing, in a few words. */
  readonly note?: string;
};

/** A part of the benchmark. Everything it starts has ended when it resolves. */
export type Part = (root: string) => Promise<Figure[]>;
