import { fen, shareOf, type Fen } from '../money';

const DAY_MS = 24 * 60 * 60_000;

/**
 * How long a payment can be shared. WeChat gives what is frozen back to the shop 30 days after it was paid (W22); two
 * days are left for an admin to agree and for answers that do not come.
 */
const SHAREABLE_DAYS = 28;

/** Until when a payment can be shared, epoch ms. */
export const shareableUntil = (paidAt: number): number => paidAt + SHAREABLE_DAYS * DAY_MS;

/**
 * Percent of a payment that may be shared at most, frozen into the order; absent where its money need not be frozen:
 * nothing of it is a teacher's, or their share is held back for so long that sharing it would come too late.
 */
export const sharePercentOf = (sale: {
  /** What the merchant's setting at WeChat Pay allows; absent where the provider cannot share. */
  readonly allowed: number | undefined;
  readonly teacherId: string;
  readonly holdDays: number;
}): number | undefined =>
  sale.teacherId !== '' && sale.holdDays < SHAREABLE_DAYS ? sale.allowed : undefined;

/** How much of a share can be paid out of its own order: not more than the percentage of what was paid, rounded down. */
export const shareableOf = (
  share: Fen,
  payment: { readonly paid: Fen; readonly percent: number },
): Fen => fen(Math.min(share, shareOf(payment.paid, payment.percent * 100)));

/** Goes through amounts in order and takes of each what there is, until a sum is reached; fen. */
export const takenUpTo = (amounts: readonly Fen[], most: Fen): Fen[] => {
  let left: number = most;
  return amounts.map((amount) => {
    const taken = fen(Math.min(amount, left));
    left -= taken;
    return taken;
  });
};
