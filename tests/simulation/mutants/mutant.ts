/** One exact place in a file of the product that a mutant changes. */
export type Edit = { readonly file: string; readonly find: string; readonly put: string };

/** A deliberate bug: the simulation must notice it. */
export type Mutant = {
  /** As numbered in the money reference, 5.5. */
  readonly id: string;
  readonly bug: string;
  readonly edits: readonly Edit[];
  /** A layer that hides the bug; the two of them together must be noticed. */
  readonly maskedBy?: { readonly why: string; readonly edits: readonly Edit[] };
};
