import type { OrderStatus } from '../../shared/orders/machine';
import { oneOf } from '../database';
import type { Listing } from '../paging';

const newestFirst = { collection: 'orders', sortBy: 'createdAt', size: 20 } as const;

/** A user's orders in pages, newest first: all of them, or those of some statuses. */
export const ordersOfUser = (
  userId: string,
  statuses?: readonly OrderStatus[] | undefined,
): Listing => ({
  ...newestFirst,
  where: { userId, ...(statuses && { status: oneOf(statuses) }) },
});

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
