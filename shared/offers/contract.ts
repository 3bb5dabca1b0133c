import * as z from 'zod';
import { defineContract } from '../contract';
import {
  categoryId,
  couponId,
  courseId,
  cursor,
  fenAmount,
  moment,
  orderId,
  pageOf,
  requestId,
  text,
  userId,
} from '../fields';
import { ITEM_KINDS, PLATFORMS } from '../orders/contract';
import { DISCOUNT_KINDS } from '../pricing/price';
import { CLAIM_STATES, FUNDERS, HANDOUTS } from './coupon';

const item = z.strictObject({ kind: z.enum(ITEM_KINDS), id: courseId });
const positiveFen = fenAmount.refine((amount) => amount > 0);

const worth = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), amount: positiveFen }),
  z.strictObject({
    kind: z.literal('percent'),
    /** Percent taken off: 15 is what shops call 8.5 折. */
    percent: z.int().min(1).max(99),
    /** At most so much, whatever the price. */
    atMost: positiveFen.optional(),
  }),
]);

const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('course'), ids: z.array(courseId).min(1).max(50) }),
  z.strictObject({ kind: z.literal('category'), ids: z.array(categoryId).min(1).max(20) }),
  z.strictObject({ kind: z.literal('membership') }),
]);

/** How many may claim it; claims hold their piece for good. */
const stock = z.int().min(1).max(5000);
const title = text(2, 20);

/** A coupon as learners see it. */
const couponCard = z.object({
  couponId,
  title: z.string(),
  worth,
  scope,
  /** The list price must be this much. */
  minimum: fenAmount,
  from: moment,
  to: moment,
});
export type CouponCard = z.output<typeof couponCard>;

const couponRow = couponCard.extend({
  version: z.int(),
  handout: z.enum(HANDOUTS),
  fundedBy: z.enum(FUNDERS),
  stock: z.int(),
  perUser: z.int(),
  /** Pieces of the stock that are gone. */
  claimed: z.int(),
  madeBy: userId,
  madeAt: moment,
});
export type CouponRow = z.output<typeof couponRow>;

const batchRow = z.object({
  batchId: couponId,
  item: z.object({ kind: z.enum(ITEM_KINDS), id: courseId, title: z.string() }),
  count: z.int(),
  used: z.int(),
  expiresAt: moment,
  note: z.string(),
  voided: z.boolean(),
  madeAt: moment,
});
export type BatchRow = z.output<typeof batchRow>;

export const manageOffers = defineContract({
  name: 'manageOffers',
  summary:
    'Coupons and batches of redeem codes. An admin deals with all; a teacher with coupons for courses of their own, borne together. What a coupon takes off is fixed once it is made; its codes a batch shows once, when it is made, and keeps only as keyed hashes.',
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('listCoupons'), cursor: cursor.optional() }),
    z
      .strictObject({
        action: z.literal('makeCoupon'),
        requestId,
        title,
        worth,
        scope,
        minimum: fenAmount,
        from: moment,
        to: moment,
        stock,
        perUser: z.int().min(1).max(10),
        handout: z.enum(HANDOUTS),
        fundedBy: z.enum(FUNDERS),
      })
      .refine(({ from, to }) => from < to),
    z.strictObject({
      action: z.literal('changeCoupon'),
      couponId,
      version: z.int().min(0),
      title,
      to: moment,
      stock,
      handout: z.enum(HANDOUTS),
    }),
    z.strictObject({ action: z.literal('listBatches'), cursor: cursor.optional() }),
    z.strictObject({
      action: z.literal('makeCodes'),
      requestId,
      item,
      count: z.int().min(1).max(200),
      expiresAt: moment,
      note: text(0, 60),
    }),
    z.strictObject({ action: z.literal('voidCodes'), batchId: couponId }),
  ]),
  output: z.discriminatedUnion('kind', [
    pageOf(couponRow).extend({ kind: z.literal('coupons') }),
    pageOf(batchRow).extend({ kind: z.literal('batches') }),
    z.object({ kind: z.literal('codes'), batch: batchRow, codes: z.array(z.string()) }),
  ]),
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'REQUEST_REUSED'],
});

const priceLine = z.object({
  kind: z.enum(['list', ...DISCOUNT_KINDS]),
  label: z.string(),
  /** Fen; what is taken off is negative. */
  amount: z.int(),
});

const ownCoupon = couponCard.extend({
  claimId: z.string(),
  state: z.enum(CLAIM_STATES),
  expired: z.boolean(),
});

const quote = z.object({
  kind: z.literal('quote'),
  listPrice: fenAmount,
  payable: fenAmount,
  /** Their sum is `payable`, to the fen. */
  lines: z.array(priceLine),
  /** The coupon the price is with: the one asked for, or the best of the caller’s. */
  couponId: couponId.optional(),
  /** Every coupon of the caller that is not used or over: what it takes off here, or why it does not. */
  coupons: z.array(
    couponCard.extend({ amount: fenAmount.optional(), whyNot: z.string().optional() }),
  ),
  /** Listed coupons for this item that the caller has not claimed. */
  claimable: z.array(couponCard),
  saleEndsAt: moment.optional(),
  /** What members pay, where that is less than what anybody pays. */
  memberPrice: fenAmount.optional(),
});
export type Quote = z.output<typeof quote>;

export const getOffers = defineContract({
  name: 'getOffers',
  summary:
    'A learner’s coupons and those to be claimed; claiming one; and the price of an item line by line, with the best coupon chosen unless one is named or none is wanted.',
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('mine') }),
    z.strictObject({ action: z.literal('claim'), requestId, couponId }),
    z.strictObject({
      action: z.literal('quote'),
      item,
      /** A coupon to price with, or `none`; the best when not given. */
      couponId: z.union([couponId, z.literal('none')]).optional(),
      platform: z.enum(PLATFORMS).optional(),
      gift: z.boolean().optional(),
    }),
  ]),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('coupons'),
      mine: z.array(ownCoupon),
      claimable: z.array(couponCard),
    }),
    z.object({ kind: z.literal('claimed'), coupon: ownCoupon }),
    quote,
  ]),
  errors: [
    'NOT_FOUND',
    'CHANGED_MEANWHILE',
    'COUPON_GONE',
    'COUPON_LIMIT',
    'COUPON_NOT_USABLE',
    'COURSE_NOT_ON_SALE',
    'COURSE_ALREADY_OWNED',
    'MEMBERSHIP_NOT_ON_SALE',
    'PAYMENT_UNAVAILABLE',
  ],
});

export const redeem = defineContract({
  name: 'redeem',
  summary:
    'Redeems a code of the shop, or takes the gift that a claim code stands for. A redeem code becomes an order of nothing and takes no place of a limited course; wrong codes are counted, and too many stop the caller for an hour.',
  input: z.strictObject({ code: z.string().min(8).max(64) }),
  output: z.object({
    kind: z.enum(['code', 'gift']),
    item: z.object({ kind: z.enum(ITEM_KINDS), id: courseId, title: z.string() }),
    /** The caller’s own order; a gift stays the order of who gave it. */
    orderId: orderId.optional(),
  }),
  errors: ['CODE_NOT_USABLE', 'GIFT_IS_YOURS', 'COURSE_ALREADY_OWNED', 'CHANGED_MEANWHILE'],
});
