import { affiliates } from './affiliates';
import { books, payouts } from './books';
import { purchases, taps } from './buying';
import { closings, owedByApple } from './closing';
import { members } from './members';
import { offers } from './offers';
import { meetings, money } from './paying';
import { remedies } from './remedies';
import { refunds } from './returning';
import type { Scenario } from './scenario';

export type { Scenario } from './scenario';

/** Every scenario, by a name of its own. */
export const SCENARIOS: readonly Scenario[] = [
  ...purchases,
  ...taps,
  ...closings,
  owedByApple,
  ...refunds,
  ...money,
  ...offers,
  ...payouts,
  ...books,
  ...remedies,
  ...members,
  ...affiliates,
  ...meetings,
];
