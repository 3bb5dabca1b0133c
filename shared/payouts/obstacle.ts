import { LEAST_PAYOUT, METHOD_OF, usableFrom, type Payee, type PayoutMethod } from './payee';

/** What stands between a teacher and a payout. */
export type Obstacle =
  | 'PAYEE_MISSING'
  | 'PAYEE_TOO_NEW'
  | 'PAYEE_NOT_AVAILABLE'
  | 'PAYOUT_TOO_SMALL'
  | 'PAYOUT_TOO_MUCH'
  | 'PAYOUT_WHILE_OWING';

type Wish = {
  readonly account: {
    readonly available: number;
    readonly receivable: number;
    readonly payee?: Payee & { readonly setAt: number };
  };
  /** Fen; all that is available when not given. */
  readonly amount?: number;
  readonly methods: readonly PayoutMethod[];
  readonly now: number;
};

const CHECKS: readonly (readonly [Obstacle, (wish: Required<Wish>) => boolean])[] = [
  ['PAYOUT_WHILE_OWING', ({ account }) => account.receivable > 0],
  ['PAYOUT_TOO_SMALL', ({ amount }) => amount < LEAST_PAYOUT],
  ['PAYOUT_TOO_MUCH', ({ amount, account }) => amount > account.available],
  ['PAYEE_MISSING', ({ account }) => account.payee === undefined],
  [
    'PAYEE_TOO_NEW',
    ({ account: { payee }, now }) => payee !== undefined && now < usableFrom(payee),
  ],
  [
    'PAYEE_NOT_AVAILABLE',
    ({ account: { payee }, methods }) =>
      payee !== undefined && !methods.includes(METHOD_OF[payee.method]),
  ],
];

/** The first thing in the way of a payout, or nothing (INV12). */
export const obstacleTo = (wish: Wish): Obstacle | undefined => {
  const whole = { ...wish, amount: wish.amount ?? wish.account.available };
  return CHECKS.find(([, stands]) => stands(whole))?.[0];
};
