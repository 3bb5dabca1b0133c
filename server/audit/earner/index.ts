import { PAYOUTS_UNDER_WAY, type PayoutStatus } from '../../../shared/payouts/machine';
import { differs, examine, unless, type Check, type Moment, type Violation } from '../check';
import { total, type Balances } from '../fold';

/** What is kept of an earner's money, and what the journal and the payouts say of it. */
export type EarnerCase = {
  /** As kept; noughts for an earner whose account nothing touched yet. */
  readonly account: {
    readonly _id: string;
    readonly available: number;
    readonly receivable: number;
    readonly inTransit: number;
  };
  /** The fold of the whole journal. */
  readonly balances: Balances;
  readonly payouts: readonly { readonly status: PayoutStatus; readonly amount: number }[];
};

const balanceOf = ({ account, balances }: EarnerCase, bucket: string): number =>
  balances[`earner:${account._id}:${bucket}`] ?? 0;

const findKept = (file: EarnerCase): string[] => [
  ...differs('what is kept as available', {
    is: file.account.available,
    wanted: -balanceOf(file, 'available') || 0,
  }),
  ...differs('what is kept as owed', {
    is: file.account.receivable,
    wanted: balanceOf(file, 'receivable'),
  }),
];

/** Whether a payout is set aside and has not arrived. */
export const isOnItsWay = ({ status }: Pick<EarnerCase['payouts'][number], 'status'>): boolean =>
  PAYOUTS_UNDER_WAY.some((each) => each === status);

const amountOf = ({ amount }: EarnerCase['payouts'][number]): number => amount;

const findTransit = ({ account, payouts }: EarnerCase): string[] =>
  differs('what is kept as in transit', {
    is: account.inTransit,
    wanted: total(payouts.filter(isOnItsWay), amountOf),
  });

/** Nobody can have more paid out than was theirs: all of it but what is available left through payouts. */
const findOverpaid = ({ account }: EarnerCase): string[] => [
  ...unless(account.available >= 0, `${account.available} is available`),
  ...unless(account.inTransit >= 0, `${account.inTransit} is in transit`),
  ...unless(
    account.available === 0 || account.receivable === 0,
    `${account.receivable} is owed while ${account.available} is available`,
  ),
];

const EARNER_CHECKS: readonly Check<EarnerCase>[] = [
  { id: 'INV5', find: findKept },
  { id: 'INV12', find: findOverpaid },
  { id: 'INV13', find: findTransit },
];

/** Everything that is wrong with an earner's account. */
export const auditEarner = (caseFile: EarnerCase, moment: Moment): Violation[] =>
  examine(EARNER_CHECKS, { subject: caseFile.account._id, caseFile, moment });
