import { codeHash } from '../../../server/offers/codes';
import type { Coupon } from '../../../server/offers/coupon';
import type { CodeBatch, RedeemCode } from '../../../server/offers/redeemCode';
import { fen } from '../../../shared/money';
import { secretIds } from '../cloud';
import { once } from './once';

const MAKER = 'usr_oAdmin';
const DAY_MS = 24 * 60 * 60_000;

/** Coupons by what makes them interesting: many, a single one, one the platform pays for. */
export const COUPONS = ['cpn_many', 'cpn_single', 'cpn_platform'] as const;
export type CouponId = (typeof COUPONS)[number];

const couponOf = (_id: CouponId, now: number, terms: Partial<Coupon>): Coupon => ({
  _id,
  version: 1,
  title: _id,
  worth: { kind: 'percent', percent: 15 },
  scope: { kind: 'all' },
  minimum: 0,
  from: now - DAY_MS,
  to: now + 90 * DAY_MS,
  stock: 50,
  perUser: 2,
  handout: 'listed',
  fundedBy: 'shared',
  madeBy: MAKER,
  madeAt: now - DAY_MS,
  ...terms,
});

const coupons = (now: number): Coupon[] => [
  couponOf('cpn_many', now, {}),
  couponOf('cpn_single', now, {
    stock: 1,
    perUser: 1,
    worth: { kind: 'fixed', amount: fen(1111) },
  }),
  couponOf('cpn_platform', now, { perUser: 1, fundedBy: 'platform' }),
];

/** What a redeem code gives, and the code as its card shows it. */
export const CODES = {
  plain: 'aaaa-2222-plan-plan-plan',
  month: 'bbbb-3333-mnth-mnth-mnth',
} as const;

const GIVEN = {
  plain: {
    item: { kind: 'course', id: 'crs_plain', title: 'crs_plain' },
    teacherId: 'usr_oTeacher',
  },
  month: {
    item: { kind: 'membership', id: 'plan_month', title: 'month' },
    teacherId: '',
    days: 30,
  },
} as const;

const batchOf = (name: keyof typeof CODES, now: number): CodeBatch => ({
  _id: `bat_${name}`,
  ...GIVEN[name],
  count: 1,
  expiresAt: now + 90 * DAY_MS,
  note: '',
  voided: false,
  madeBy: MAKER,
  madeAt: now - DAY_MS,
});

const codeOf = (name: keyof typeof CODES, now: number): RedeemCode => ({
  _id: codeHash(secretIds, CODES[name]),
  batchId: `bat_${name}`,
  ...GIVEN[name],
  expiresAt: now + 90 * DAY_MS,
  state: 'unused',
});

/** Every coupon and code there is when a schedule begins. */
export const offersAt = once((now: number) => ({
  coupons: coupons(now),
  codeBatches: [batchOf('plain', now), batchOf('month', now)],
  redeemCodes: [codeOf('plain', now), codeOf('month', now)],
}));
