import type { JournalEntry } from '../journal/journal';

/** Account → balance in fen, debit positive. */
export type Balances = Readonly<Record<string, number>>;

/** The balance of every account that entries touch, on top of what was there before. */
export const foldOf = (
  entries: readonly Pick<JournalEntry, 'lines'>[],
  before: Balances = {},
): Balances => {
  const balances: Record<string, number> = { ...before };
  for (const { account, fen } of entries.flatMap(({ lines }) => lines)) {
    balances[account] = (balances[account] ?? 0) + fen;
  }
  return balances;
};

/** The sum of all accounts whose name begins so. */
export const sumOf = (balances: Balances, prefix: string): number =>
  Object.entries(balances)
    .filter(([account]) => account.startsWith(prefix))
    .reduce((sum, [, fen]) => sum + fen, 0);

/** Adds up a number of each. */
export const total = <T>(all: readonly T[], amountOf: (each: T) => number): number =>
  all.reduce((sum, each) => sum + amountOf(each), 0);

/** The earners that accounts of the journal belong to. */
export const earnersOf = (accounts: readonly string[]): string[] => [
  ...new Set(
    accounts.flatMap((account) => {
      const [kind, earnerId] = account.split(':');
      return kind === 'earner' && earnerId ? [earnerId] : [];
    }),
  ),
];
