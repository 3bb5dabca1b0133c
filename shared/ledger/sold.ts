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
  /** Who brought the buyer, and the basis points of the price that are theirs. */
  readonly affiliate?: { readonly userId: string; readonly share: number } | undefined;
};

/** The teacher's part of a sale, rounded down; the platform has the rest. */
export const teacherShareOf = (sold: Sold): Fen =>
  sold.kind === 'membership' ? ZERO : shareOf(add(sold.paid, sold.promotion), sold.teacherShare);

/** What the affiliate has of a sale, rounded down like the teacher's part. */
export const commissionOf = (sold: Sold): Fen =>
  sold.affiliate ? shareOf(add(sold.paid, sold.promotion), sold.affiliate.share) : ZERO;

/** How a refund is borne, so that its failure can be undone to the fen. */
export type Split = {
  readonly teacher: Fen;
  readonly affiliate: Fen;
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
  affiliate: ZERO,
  promotion: ZERO,
  pool: ZERO,
};

/** `share × of / in`, rounded down; exact, where a product of two large numbers would not fit a number. */
export const portion = (share: Fen, part: { readonly of: number; readonly in: number }): Fen =>
  part.in === 0 ? ZERO : fen(Number((BigInt(share) * BigInt(part.of)) / BigInt(part.in)));

/** The value, but no less than `low` or nothing, and no more than `high`. */
const between = (low: number, value: number, high: number): Fen =>
  fen(Math.min(Math.max(0, low, value), high));

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
  const left = leftOf(sold, before);
  // Nobody gives back more than they have: what the others cannot bear is borne by who comes first.
  const due = (share: Fen, gave: Fen) => portion(share, refunded) - gave;
  const affiliateDue = due(commissionOf(sold), before.affiliate);
  const affiliate = between(whole - left.teacher - left.platform, affiliateDue, whole);
  const rest = subtract(whole, affiliate);
  const teacher = between(rest - left.platform, due(teacherShareOf(sold), before.teacher), rest);
  return { teacher, affiliate, platform: subtract(rest, teacher), promotion, pool: ZERO };
};

/** What the teacher and the platform still have of a sale, in fen. */
const leftOf = (sold: Sold, before: Returned) => {
  const [teacherGot, affiliateGot] = [teacherShareOf(sold), commissionOf(sold)];
  const platformGot = add(sold.paid, sold.promotion) - teacherGot - affiliateGot;
  const platformGave = add(before.amount, before.promotion) - before.teacher - before.affiliate;
  return { teacher: teacherGot - before.teacher, platform: platformGot - platformGave };
};

/** What is left in the pool is taken first; the part that was earned already is given up. */
const membershipSplit = (sold: Sold, { amount, before }: RefundOf): Split => {
  const pool = between(0, sold.paid - sold.earned - before.pool, amount);
  const platform = subtract(amount, pool);
  return { teacher: ZERO, affiliate: ZERO, platform, promotion: ZERO, pool };
};
