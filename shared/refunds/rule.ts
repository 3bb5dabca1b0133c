/** When a refund needs nobody's decision, and how much a teacher may decide alone. Set by the shop's admins. */
export type RefundRule = {
  /** Days after paying. */
  readonly days: number;
  /** Percent of the course that may have been learned. */
  readonly maxPercent: number;
  /** Fen. */
  readonly teacherLimit: number;
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** WeChat refunds within 365 days of payment; five days are left for asking and deciding (W14). */
export const REFUNDABLE_MS = 360 * DAY_MS;

/** WeChat takes 50 refunds of one order (W14). */
export const MAX_REFUNDS = 45;

/** Whether the rule approves by itself; what has no learned percent, such as a membership, never is. */
export const approvesAtOnce = (
  rule: RefundRule,
  { paidAt, now, learnedPercent }: { paidAt: number; now: number; learnedPercent?: number },
): boolean =>
  learnedPercent !== undefined &&
  learnedPercent <= rule.maxPercent &&
  now - paidAt <= rule.days * DAY_MS;
