import type { User } from '../accounts/user';
import type { Course } from './course';

/**
 * Whose id goes into the link of a course that somebody shares: their own, unless they would earn nothing by it, as
 * visitors, its teacher, those who share a free course, and all in a shop without affiliates.
 */
export const referralOf = (
  { price, teacherId }: Course,
  { user, share }: { user: User | undefined; share: number },
): { readonly affiliateId?: string } =>
  user && user._id !== teacherId && price > 0 && share > 0 ? { affiliateId: user._id } : {};
