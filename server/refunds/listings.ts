import type { RefundStatus } from '../../shared/refunds/machine';
import type { Listing } from '../paging';

/** The refunds of what someone teaches, or of all for an admin, in pages, newest first. */
export const refundsOfTeacher = (wanted: {
  readonly teacherId?: string | undefined;
  readonly status?: RefundStatus | undefined;
}): Listing => ({
  collection: 'refunds',
  where: {
    ...(wanted.teacherId !== undefined && { teacherId: wanted.teacherId }),
    ...(wanted.status !== undefined && { status: wanted.status }),
  },
  sortBy: 'askedAt',
  size: 20,
});

/** Refunds that do not get on by themselves, in pages, latest first. */
export const refundsInTrouble: Listing = {
  collection: 'refunds',
  where: { status: 'abnormal' },
  sortBy: 'askedAt',
  size: 20,
};
