import type * as z from 'zod';
import type { Document } from '../../database';
import type { Violation } from '../check';
import { dayShape, differenceShape, entryShape, proposalShape } from './books';
import { claimShape, couponShape, poolShape } from './offers';
import { orderShape, refundShape } from './orders';
import { payoutShape, teacherAccountShape } from './teachers';

/** The schema of every collection about money: nothing else may be in its documents. */
export const SHAPES = {
  orders: orderShape,
  refunds: refundShape,
  journal: entryShape,
  seatPools: poolShape,
  coupons: couponShape,
  couponPools: poolShape,
  couponClaims: claimShape,
  teacherAccounts: teacherAccountShape,
  payouts: payoutShape,
  differences: differenceShape,
  proposals: proposalShape,
  reconciliations: dayShape,
} as const satisfies Record<string, z.ZodType>;

export type Shaped = keyof typeof SHAPES;

/** What of a document is not as its collection's schema says. */
export const auditShape = (collection: Shaped, document: Document): Violation[] => {
  const parsed = SHAPES[collection].safeParse(document);
  return (parsed.error?.issues ?? []).map(({ path, message }) => ({
    id: 'INV30',
    subject: document._id,
    found: `${collection}.${path.join('.')}: ${message}`,
  }));
};
