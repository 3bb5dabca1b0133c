import { add, fen, negate, shareOf, subtract, ZERO, type Fen } from '../money';

/** An account by name; the teacher's and the provider's carry an id. */
export type Account =
  | `psp:${string}`
  | `teacher:${string}:pending`
  | 'revenue:commission'
  | 'revenue:refunded'
  | 'membershipPool'
  | 'refundPayable'
  | 'suspense';

/** One side of an entry: debits are positive, credits negative. */
export type Line = { readonly account: Account; readonly fen: Fen };

/** How a refund is borne, so that its failure can be undone to the fen. */
export type Split = { readonly teacher: Fen; readonly platform: Fen };

/** What of an order a posting needs to know. Amounts in fen. */
export type Sold = {
  readonly provider: string;
  readonly kind: 'course' | 'membership';
  readonly teacherId: string;
  readonly paid: Fen;
  /** Basis points of the price that are the teacher's, frozen when the order was made. */
  readonly teacherShare: number;
};

const lines = (...all: (readonly [Account, Fen])[]): Line[] =>
  all.filter(([, amount]) => amount !== 0).map(([account, amount]) => ({ account, fen: amount }));

const psp = (provider: string): Account => `psp:${provider}`;
const pendingOf = (teacherId: string): Account => `teacher:${teacherId}:pending`;

/** E1 and E15: an order was paid. The teacher's share is rounded down, the platform takes the rest. */
export const paidLines = (sold: Sold): Line[] => {
  if (sold.kind === 'membership') {
    return lines([psp(sold.provider), sold.paid], ['membershipPool', negate(sold.paid)]);
  }
  const teacher = shareOf(sold.paid, sold.teacherShare);
  return lines(
    [psp(sold.provider), sold.paid],
    [pendingOf(sold.teacherId), negate(teacher)],
    ['revenue:commission', negate(subtract(sold.paid, teacher))],
  );
};

/** `share × of / in`, rounded down; exact, where a product of two large amounts would not fit a number. */
const portion = (share: Fen, part: { readonly of: Fen; readonly in: Fen }): number =>
  Number((BigInt(share) * BigInt(part.of)) / BigInt(part.in));

/**
 * Who bears a refund: the teacher gives back in proportion, rounded so that refunds which add up to the whole
 * price give back exactly the whole share.
 */
export const splitOf = (
  sold: Sold,
  refund: {
    readonly amount: Fen;
    readonly before: { readonly amount: Fen; readonly teacher: Fen };
  },
): Split => {
  if (sold.kind === 'membership') return { teacher: ZERO, platform: refund.amount };
  const share = shareOf(sold.paid, sold.teacherShare);
  const refunded = add(refund.before.amount, refund.amount);
  const due = portion(share, { of: refunded, in: sold.paid }) - refund.before.teacher;
  const teacher = fen(Math.min(Math.max(0, due), refund.amount));
  return { teacher, platform: subtract(refund.amount, teacher) };
};

const borneLines = (sold: Sold, split: Split): Line[] =>
  sold.kind === 'membership'
    ? lines(['membershipPool', split.platform])
    : lines([pendingOf(sold.teacherId), split.teacher], ['revenue:refunded', split.platform]);

/** E4: a refund was approved and is owed to the buyer. */
export const refundApprovedLines = (sold: Sold, split: Split): Line[] => [
  ...borneLines(sold, split),
  ...lines(['refundPayable', negate(add(split.teacher, split.platform))]),
];

/** E5: the provider paid a refund out. */
export const refundSucceededLines = (provider: string, amount: Fen): Line[] =>
  lines(['refundPayable', amount], [psp(provider), negate(amount)]);

/** E6: a refund failed for good; exactly undoes its E4. */
export const refundFailedLines = (sold: Sold, split: Split): Line[] =>
  refundApprovedLines(sold, split).map(({ account, fen: amount }) => ({
    account,
    fen: negate(amount),
  }));

/** E12: money that fits no order, or not as it should; it waits for a person. */
export const suspenseLines = (provider: string, amount: Fen): Line[] =>
  lines([psp(provider), amount], ['suspense', negate(amount)]);

/** E13: money that must open nothing and is owed back at once. */
export const sentBackLines = (provider: string, amount: Fen): Line[] =>
  lines([psp(provider), amount], ['refundPayable', negate(amount)]);

/** E16: a refund that was begun elsewhere, such as in the merchant console or by Apple. */
export const externalRefundLines = (sold: Sold, split: Split): Line[] => [
  ...borneLines(sold, split),
  ...lines([psp(sold.provider), negate(add(split.teacher, split.platform))]),
];
