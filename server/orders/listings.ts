import type { OrderStatus } from '../../shared/orders/machine';
import type { Listing } from '../paging';

const newestFirst = { collection: 'orders', sortBy: 'createdAt', size: 20 } as const;

/** A user's orders in pages, newest first. */
export const ordersOfUser = (userId: string): Listing => ({ ...newestFirst, where: { userId } });

/** The orders of what someone teaches, or of all for an admin, in pages, newest first. */
export const ordersOfTeacher = (wanted: {
  readonly teacherId?: string | undefined;
  readonly courseId?: string | undefined;
  readonly status?: OrderStatus | undefined;
}): Listing => ({
  ...newestFirst,
  where: {
    ...(wanted.teacherId !== undefined && { teacherId: wanted.teacherId }),
    ...(wanted.courseId !== undefined && { 'item.id': wanted.courseId }),
    ...(wanted.status !== undefined && { status: wanted.status }),
  },
  fields: ['item', 'buyer', 'status', 'payable', 'refunded', 'createdAt', 'paid'],
});
