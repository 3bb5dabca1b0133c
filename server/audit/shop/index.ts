import { sideOf, type Side } from '../../../shared/ledger/accounts';
import { differs, examine, type Check, type Moment, type Violation } from '../check';
import type { Balances } from '../fold';

/** The whole journal folded, and what the documents beside it add up to, in fen. */
export type ShopCase = {
  readonly balances: Balances;
  /** Of open differences. */
  readonly suspense: number;
  /** Of refunds under way. */
  readonly owed: number;
  /** Of payouts under way. */
  readonly inTransit: number;
};

const STANDS: Record<Side, (balance: number) => boolean> = {
  debit: (balance) => balance >= 0,
  credit: (balance) => balance <= 0,
  either: () => true,
};

const findWrongSides = ({ balances }: ShopCase): string[] =>
  Object.entries(balances)
    .filter(([account, balance]) => !STANDS[sideOf(account)](balance))
    .map(([account, balance]) => `${account} stands at ${balance}`);

/** An account of what is owed against the documents that say to whom. */
const owes =
  (account: string, wantedOf: (file: ShopCase) => number) =>
  (file: ShopCase): string[] =>
    differs(account, { is: -(file.balances[account] ?? 0) || 0, wanted: wantedOf(file) });

const SHOP_CHECKS: readonly Check<ShopCase>[] = [
  { id: 'INV6', find: findWrongSides },
  { id: 'INV13', find: owes('payoutTransit', ({ inTransit }) => inTransit) },
  { id: 'INV21', find: owes('suspense', ({ suspense }) => suspense) },
  { id: 'INV22', find: owes('refundPayable', ({ owed }) => owed) },
];

/** Everything that is wrong with the books as a whole. */
export const auditBooks = (caseFile: ShopCase, moment: Moment): Violation[] =>
  examine(SHOP_CHECKS, { subject: 'shop', caseFile, moment });
