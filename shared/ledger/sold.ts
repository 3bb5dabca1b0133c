import { add, fen, shareOf, subtract, ZERO, type Fen } from '../money';

/** What of an order a posting needs to know. Amounts in fen. */
export type Sold = {
  readonly provider: string;
  readonly kind: 'course' | 'membership';
  readonly teacherId: string;
  readonly paid: Fen;
  /** What the platform added to the payment: a coupon it funds, so that the teacher loses nothing by it. */
  readonly promotion: Fen;
  /** What of a membership has been used up and is the shop's for good. */
  readonly earned: Fen;
  /** Basis points of the price that are the teacher's, of a membership all teachers', frozen when the order was made. */
  readonly teacherShare: number;
};

/** The teacher's part of a sale, rounded down; the platform has the rest. */
export const teacherShareOf = (sold: Sold): Fen =>
  sold.kind === 'membership' ? ZERO : shareOf(add(sold.paid, sold.promotion), sold.teacherShare);

/** How a refund is borne, so that its failure can be undone to the fen. */
export type Split = {
  readonly teacher: Fen;
  readonly platform: Fen;
  /** What comes back of the platform's own addition. */
  readonly promotion: Fen;
  /** What comes out of the membership pool. */
  readonly pool: Fen;
};

/** What approved refunds of an order took back before. */
export type Returned = Omit<Split, 'platform'> & { readonly amount: Fen };

export const NOTHING_RETURNED: Returned = {
  amount: ZERO,
  teacher: ZERO,
  promotion: ZERO,
  pool: ZERO,
};

/** `share × of / in`, rounded down; exact, where a product of two large numbers would not fit a number. */
export const portion = (share: Fen, part: { readonly of: number; readonly in: number }): Fen =>
  part.in === 0 ? ZERO : fen(Number((BigInt(share) * BigInt(part.of)) / BigInt(part.in)));

const between = (low: number, value: number, high: number): Fen =>
  fen(Math.min(Math.max(low, value), high));

type RefundOf = { readonly amount: Fen; readonly before: Returned };

/**
 * Who bears a refund: everybody gives back in proportion, rounded so that refunds which add up to the whole price give
 * back exactly what each was given, in whatever order refunds are approved and fail.
 */
export const splitOf = (sold: Sold, refund: RefundOf): Split =>
  sold.kind === 'membership' ? membershipSplit(sold, refund) : courseSplit(sold, refund);

const courseSplit = (sold: Sold, { amount, before }: RefundOf): Split => {
  const refunded = { of: add(before.amount, amount), in: sold.paid };
  const promotion = fen(Math.max(0, portion(sold.promotion, refunded) - before.promotion));
  const whole = add(amount, promotion);
  const platformGave = add(before.amount, before.promotion) - before.teacher;
  const platformGot = add(sold.paid, sold.promotion) - teacherShareOf(sold);
  const least = Math.max(0, whole - (platformGot - platformGave));
  const due = portion(teacherShareOf(sold), refunded) - before.teacher;
  const teacher = between(least, due, whole);
  return { teacher, platform: subtract(whole, teacher), promotion, pool: ZERO };
};

/** What is left in the pool is taken first; the part that was earned already is given up. */
const membershipSplit = (sold: Sold, { amount, before }: RefundOf): Split => {
  const pool = between(0, sold.paid - sold.earned - before.pool, amount);
  return { teacher: ZERO, platform: subtract(amount, pool), promotion: ZERO, pool };
};
