import { add, negate, subtract, type Fen } from '../money';
import { lines, psp, type Account, type Line } from './accounts';
import { commissionOf, teacherShareOf, type Sold, type Split } from './sold';
import { creditPending } from './earner';

const opposite = (all: readonly Line[]): Line[] =>
  all.map(({ account, fen: amount }) => ({ account, fen: negate(amount) }));

/** E1, E14 and E15: an order was paid. Shares are rounded down, the platform takes the rest. */
export const paidLines = (sold: Sold): Line[] => {
  if (sold.kind === 'membership') {
    return lines([psp(sold.provider), sold.paid], ['membershipPool', negate(sold.paid)]);
  }
  const [teacher, commission] = [teacherShareOf(sold), commissionOf(sold)];
  const platform = subtract(add(sold.paid, sold.promotion), add(teacher, commission));
  return [
    ...lines([psp(sold.provider), sold.paid], ['expense:promotion', sold.promotion]),
    ...creditPending(sold.teacherId, teacher),
    ...(sold.affiliate ? creditPending(sold.affiliate.userId, commission) : []),
    ...lines(['revenue:commission', negate(platform)]),
  ];
};

/** A refund as the books see it: who bears it, and where the earners' parts of it are taken from or given to. */
export type Borne = { readonly split: Split; readonly earners: readonly Line[] };

const amountOf = ({ teacher, affiliate, platform, promotion, pool }: Split): Fen =>
  subtract(add(teacher, affiliate, platform, pool), promotion);

const platformLines = ({ platform, promotion, pool }: Split): Line[] =>
  lines(
    ['membershipPool', pool],
    ['revenue:refunded', platform],
    ['expense:promotion', negate(promotion)],
  );

const borneTo = (account: Account, { split, earners }: Borne): Line[] => [
  ...earners,
  ...platformLines(split),
  ...lines([account, negate(amountOf(split))]),
];

/** E4 and E11: a refund was approved and is owed to the buyer. `earners` draws the parts of those who earned by it. */
export const refundApprovedLines = (borne: Borne): Line[] => borneTo('refundPayable', borne);

/** E5: the provider paid a refund out. */
export const refundSucceededLines = (provider: string, amount: Fen): Line[] =>
  lines(['refundPayable', amount], [psp(provider), negate(amount)]);

/** E6: a refund failed for good; undoes its E4. `earners` credits their parts, to where they belong now. */
export const refundFailedLines = ({ split, earners }: Borne): Line[] => [
  ...earners,
  ...opposite(platformLines(split)),
  ...lines(['refundPayable', amountOf(split)]),
];

/** E12: money that fits no order, or not as it should; it waits for a person. */
export const suspenseLines = (provider: string, amount: Fen): Line[] =>
  lines([psp(provider), amount], ['suspense', negate(amount)]);

/** Undoes an E12, when a person has found where the money belongs or that it is gone. */
export const suspenseClearedLines = (provider: string, amount: Fen): Line[] =>
  opposite(suspenseLines(provider, amount));

/** E13: money that must open nothing and is owed back at once. */
export const sentBackLines = (provider: string, amount: Fen): Line[] =>
  lines([psp(provider), amount], ['refundPayable', negate(amount)]);

/** E13 for money that waited in suspense: a person decided that it is owed back. */
export const sentBackFromSuspenseLines = (amount: Fen): Line[] =>
  lines(['suspense', amount], ['refundPayable', negate(amount)]);

/** E16: a refund that was begun elsewhere, such as in the merchant console or by Apple. */
export const externalRefundLines = (provider: string, borne: Borne): Line[] =>
  borneTo(psp(provider), borne);
