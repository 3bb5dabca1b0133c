import type { Rights } from '../access/rights';
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

const DAY_MS = 24 * 60 * 60_000;

/**
 * From when to when the membership that an order bought runs, in epoch ms: segments follow one another in the order
 * they were paid, so it may begin later than it was bought. Undefined while it does not stand.
 */
export const periodOf = (
  membership: Rights['membership'],
  orderId: string,
): { readonly from: number; readonly until: number } | undefined => {
  const standing = Object.entries(membership)
    .filter(([, { state }]) => state === 'granted')
    .sort(([a, first], [b, second]) => first.at - second.at || (a < b ? -1 : 1));
  let end = 0;
  for (const [id, { at, days }] of standing) {
    const from = Math.max(end, at);
    end = from + days * DAY_MS;
    if (id === orderId) return { from, until: end };
  }
  return undefined;
};
