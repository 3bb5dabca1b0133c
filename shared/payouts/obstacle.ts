import { LEAST_PAYOUT, METHOD_OF, usableFrom, type Payee, type PayoutMethod } from './payee';

/** What stands between an earner and a payout. */
export type Obstacle =
  | 'PAYEE_MISSING'
  | 'PAYEE_TOO_NEW'
  | 'PAYEE_NOT_AVAILABLE'
  | 'PAYOUT_NOT_SHAREABLE'
  | 'PAYOUT_TOO_SMALL'
  | 'PAYOUT_TOO_MUCH'
  | 'PAYOUT_WHILE_OWING';

type Wish = {
  readonly account: {
    readonly available: number;
    readonly receivable: number;
    readonly payee?: Payee & { readonly setAt: number };
  };
  /** Fen; all that can be paid out when not given. */
  readonly amount?: number;
  /** Fen that the orders of a payee paid by 分账 still hold for the earner. */
  readonly shareable?: number;
  readonly methods: readonly PayoutMethod[];
  readonly now: number;
};

/** Fen that can be paid out to a payee of this kind at once. */
const mostOf = ({ account, shareable = 0 }: Wish): number =>
  account.payee?.method === 'sharing' ? shareable : account.available;

type Whole = Wish & { readonly amount: number; readonly most: number };

const CHECKS: readonly (readonly [Obstacle, (wish: Whole) => boolean])[] = [
  ['PAYOUT_WHILE_OWING', ({ account }) => account.receivable > 0],
  [
    'PAYOUT_NOT_SHAREABLE',
    ({ account: { available, payee }, most }) =>
      payee?.method === 'sharing' && available > 0 && most === 0,
  ],
  ['PAYOUT_TOO_SMALL', ({ amount }) => amount < LEAST_PAYOUT],
  ['PAYOUT_TOO_MUCH', ({ amount, most }) => amount > most],
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
  const most = mostOf(wish);
  const whole = { ...wish, most, amount: wish.amount ?? most };
  return CHECKS.find(([, stands]) => stands(whole))?.[0];
};
