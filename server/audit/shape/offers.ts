import * as z from 'zod';
import { ITEM_KINDS } from '../../../shared/orders/contract';
import { CLAIM_STATES, FUNDERS, HANDOUTS } from '../../../shared/offers/coupon';
import { amount, id, moment, todo } from './parts';

const worth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), amount }),
  z.strictObject({
    kind: z.literal('percent'),
    percent: z.int().min(1).max(99),
    atMost: amount.optional(),
  }),
]);

const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('membership') }),
  z.strictObject({ kind: z.literal('course'), ids: z.array(id) }),
  z.strictObject({ kind: z.literal('category'), ids: z.array(id) }),
]);

/** The schema of `coupons`. */
export const couponShape = z.strictObject({
  _id: id,
  version: z.int().min(0),
  title: z.string(),
  worth,
  scope,
  minimum: amount,
  from: moment,
  to: moment,
  stock: z.int().min(1),
  perUser: z.int().min(1),
  handout: z.enum(HANDOUTS),
  fundedBy: z.enum(FUNDERS),
  madeBy: id,
  madeAt: moment,
});

/** The schema of `couponClaims`. */
export const claimShape = z.strictObject({
  _id: id,
  couponId: id,
  userId: id,
  openid: z.string(),
  requestId: z.string(),
  state: z.enum(CLAIM_STATES),
  heldBy: z.string(),
  claimedAt: moment,
  ...todo,
});

/** The schema of `seatPools` and `couponPools`. */
export const poolShape = z.strictObject({
  _id: id,
  cap: z.int().min(0),
  taken: z.int().min(0),
  holders: z.array(z.string()),
});

const redeemable = {
  _id: id,
  item: z.strictObject({
    kind: z.enum(ITEM_KINDS),
    id,
    title: z.string(),
    cover: z.string().optional(),
  }),
  teacherId: z.string(),
  days: z.int().min(1).optional(),
  expiresAt: moment,
};

/** The schema of `codeBatches`. */
export const batchShape = z.strictObject({
  ...redeemable,
  count: z.int().min(1),
  note: z.string(),
  voided: z.boolean(),
  madeBy: id,
  madeAt: moment,
});

/** The schema of `redeemCodes`. */
export const codeShape = z.strictObject({
  ...redeemable,
  batchId: id,
  state: z.enum(['unused', 'used', 'voided']),
  usedBy: id.optional(),
  usedAt: moment.optional(),
  orderId: id.optional(),
});
