import { runsOf, type Rights, type Run } from '../access/rights';
import { add, fen, negate, shareOf, subtract, type Fen } from '../money';
import { lines, type Line } from './accounts';
import { portion } from './sold';

/** What one teacher gets of what was used up of a membership, and for how long its member studied with them. */
export type TeacherPart = {
  readonly teacherId: string;
  readonly ms: number;
  readonly amount: Fen;
};

/** What was used up of a membership, divided: the parts and the platform's add up to it, to the fen. */
export type Division = {
  readonly amount: Fen;
  /** In order of the teachers' ids. */
  readonly parts: readonly TeacherPart[];
  readonly platform: Fen;
};

/**
 * Divides what was used up of a membership among those its member studied with, by time. Every part is rounded down;
 * the platform has the rest, which is all of it where nothing was studied.
 */
export const divide = (used: {
  readonly amount: Fen;
  /** Basis points that are the teachers' together. */
  readonly teacherShare: number;
  /** teacherId → ms of study. */
  readonly studied: Readonly<Record<string, number>>;
}): Division => {
  const studied = Object.entries(used.studied)
    .filter(([, ms]) => ms > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const whole = studied.reduce((sum, [, ms]) => sum + ms, 0);
  const share = shareOf(used.amount, used.teacherShare);
  const parts = studied.map(([teacherId, ms]) => ({
    teacherId,
    ms,
    amount: portion(share, { of: ms, in: whole }),
  }));
  return { amount: used.amount, parts, platform: subtract(used.amount, theirsOf(parts)) };
};

const theirsOf = (parts: readonly TeacherPart[]): Fen => add(...parts.map(({ amount }) => amount));

/** E15, second half: used-up days of a membership leave the pool, to the platform and for the teachers to be given. */
export const poolEarnedLines = ({ amount, parts, platform }: Division): Line[] =>
  lines(
    ['membershipPool', amount],
    ['teachersDue', negate(theirsOf(parts))],
    ['revenue:membership', negate(platform)],
  );

/** How much of a membership is used up by a moment, of what was not paid back; rounded down, whole at its end. */
export const earnedBy = (
  membership: { readonly kept: Fen; readonly from: number; readonly until: number },
  now: number,
): Fen => {
  const { kept, from, until } = membership;
  if (now >= until) return kept;
  if (now <= from) return fen(0);
  return portion(kept, { of: now - from, in: until - from });
};

/** When the membership that an order bought runs, which may begin later than it was bought; undefined while it does not stand. */
export const periodOf = (membership: Rights['membership'], orderId: string): Run | undefined =>
  runsOf(membership).find((run) => run.orderId === orderId);
