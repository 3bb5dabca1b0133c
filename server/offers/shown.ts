import type { CouponCard, CouponRow } from '../../shared/offers/contract';
import { fen } from '../../shared/money';
import type { Scope } from '../../shared/pricing/applies';
import type { Worth } from '../../shared/pricing/worth';
import type { Claim } from './claim';
import type { Coupon } from './coupon';

const worthShown = (worth: Worth): CouponCard['worth'] => {
  if (worth.kind === 'fixed') return { kind: 'fixed', amount: fen(worth.amount) };
  const { kind, percent, atMost } = worth;
  return { kind, percent, ...(atMost !== undefined && { atMost: fen(atMost) }) };
};

const scopeShown = (scope: Scope): CouponCard['scope'] =>
  'ids' in scope ? { kind: scope.kind, ids: [...scope.ids] } : scope;

/** A coupon as learners see it. */
export const couponCard = ({
  _id,
  title,
  worth,
  scope,
  minimum,
  from,
  to,
}: Coupon): CouponCard => ({
  couponId: _id,
  title,
  worth: worthShown(worth),
  scope: scopeShown(scope),
  minimum: fen(minimum),
  from,
  to,
});

/** A coupon somebody has. */
export const ownCoupon = (coupon: Coupon, { _id: claimId, state }: Claim, now: number) => ({
  ...couponCard(coupon),
  claimId,
  state,
  expired: now >= coupon.to,
});

/** A coupon as who made it sees it. */
export const couponRow = (coupon: Coupon, claimed: number): CouponRow => {
  const { version, handout, fundedBy, stock, perUser, madeBy, madeAt } = coupon;
  const made = { version, handout, fundedBy, stock, perUser, claimed, madeBy, madeAt };
  return { ...couponCard(coupon), ...made };
};
