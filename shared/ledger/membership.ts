import { fen, negate, type Fen } from '../money';
import { lines, type Line } from './accounts';

/** E15, second half: used-up days of memberships leave the pool. */
export const poolEarnedLines = (amount: Fen): Line[] =>
  lines(['membershipPool', amount], ['revenue:membership', negate(amount)]);

/** How much of a membership is used up by a moment, of what was not paid back; rounded down, whole at its end. */
export const earnedBy = (
  membership: { readonly kept: Fen; readonly from: number; readonly until: number },
  now: number,
): Fen => {
  const { kept, from, until } = membership;
  if (now >= until) return kept;
  if (now <= from) return fen(0);
  return fen(Number((BigInt(kept) * BigInt(now - from)) / BigInt(until - from)));
};
