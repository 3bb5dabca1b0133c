import type { Transaction } from '../database';

/** Counts a rating in (`times` 1) or out (`times` -1) of what a course shows. */
export const countRating = (
  tx: Transaction,
  { courseId, stars, times }: { courseId: string; stars: number; times: 1 | -1 },
): Promise<boolean> =>
  tx.update('courses', courseId, {
    increase: { ratingCount: times, ratingSum: times * stars },
  });
