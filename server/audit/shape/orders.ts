import * as z from 'zod';
import { ITEM_KINDS, payment, PLATFORMS } from '../../../shared/orders/contract';
import { ORDER_STATUSES } from '../../../shared/orders/machine';
import { REFUND_STATUSES } from '../../../shared/refunds/machine';
import { DISCOUNT_KINDS } from '../../../shared/pricing/price';
import { PROVIDERS } from '../../../shared/books/fields';
import { amount, history, id, moment, returned, todo, words } from './parts';

const decision = z.strictObject({ proposalId: id, reason: words });

/** The schema of `orders`. */
export const orderShape = z.strictObject({
  _id: id,
  openKey: z.string(),
  requestId: z.string(),
  userId: id,
  openid: z.string(),
  via: z.string(),
  buyer: z.string(),
  item: z.strictObject({
    kind: z.enum(ITEM_KINDS),
    id,
    title: z.string(),
    cover: z.string().optional(),
  }),
  days: z.int().min(1).optional(),
  teacherId: z.string(),
  teacherShare: z.int().min(0).max(10_000),
  affiliate: z.strictObject({ userId: id, share: z.int().min(1).max(10_000) }).optional(),
  holdDays: z.int().min(0),
  listPrice: amount,
  payable: amount,
  discounts: z
    .array(z.strictObject({ kind: z.enum(DISCOUNT_KINDS), label: z.string(), amount }))
    .optional(),
  coupon: z
    .strictObject({
      couponId: id,
      claimId: id,
      hold: z.int().min(1),
      amount,
      fundedBy: z.enum(['shared', 'platform']),
    })
    .optional(),
  redeemed: z.strictObject({ codeId: id }).optional(),
  gift: z
    .strictObject({
      codeHash: z.string(),
      expiresAt: moment.optional(),
      claimedBy: id.optional(),
      claimedAt: moment.optional(),
    })
    .optional(),
  granted: decision.optional(),
  revoked: z.strictObject({ proposalId: id, at: moment }).optional(),
  payTo: z
    .strictObject({
      provider: z.enum(PROVIDERS),
      merchant: z.string(),
      appId: z.string(),
      live: z.boolean(),
    })
    .optional(),
  status: z.enum(ORDER_STATUSES),
  seq: z.int().min(0),
  history,
  createdAt: moment,
  expiresAt: moment,
  checkAt: moment.optional(),
  seat: z.int().min(1).optional(),
  prepay: z.strictObject({ payment, at: moment }).optional(),
  paid: z
    .strictObject({
      transactionId: z.string(),
      amount,
      at: moment,
      heardFrom: z.enum(['callback', 'query', 'bill', 'free']),
    })
    .optional(),
  billedOn: z.string().optional(),
  refunded: amount,
  reserved: amount,
  returned,
  maturesAt: moment.optional(),
  matured: z.strictObject({ at: moment, amount, commission: amount.optional() }).optional(),
  platform: z.enum(PLATFORMS).optional(),
  sharePercent: z.int().min(1).max(90).optional(),
  shareableUntil: moment.optional(),
  sharedBy: id.optional(),
  earned: amount.optional(),
  earnAt: moment.optional(),
  dividedUntil: moment.optional(),
  dividing: z
    .strictObject({ entryId: id, credited: z.int().min(0), nextAt: moment.optional() })
    .optional(),
  refundRequests: z.array(z.string()),
  ...todo,
});

/** The schema of `refunds`. */
export const refundShape = z.strictObject({
  _id: id,
  orderId: id,
  userId: id,
  teacherId: z.string(),
  openid: z.string(),
  buyer: z.string(),
  itemId: id,
  title: z.string(),
  requestId: z.string(),
  origin: z.enum(['request', 'sendBack', 'external']),
  amount,
  paid: amount,
  reason: words,
  status: z.enum(REFUND_STATUSES),
  seq: z.int().min(0),
  history,
  learned: z.strictObject({ percent: z.number().min(0).max(100), lessons: z.int().min(0) }),
  askedAt: moment,
  split: z
    .strictObject({
      teacher: amount,
      affiliate: amount,
      platform: amount,
      promotion: amount,
      pool: amount,
    })
    .optional(),
  opinion: z
    .strictObject({ decision: z.enum(['approve', 'reject']), note: words, by: z.string() })
    .optional(),
  note: words.optional(),
  submittedAt: moment.optional(),
  heardAs: z.string().optional(),
  billedOn: z.string().optional(),
  tries: z.int().min(0),
  checkAt: moment.optional(),
  ...todo,
});
