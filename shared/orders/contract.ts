import * as z from 'zod';
import { defineContract } from '../contract';
import {
  couponId,
  courseId,
  cursor,
  fenAmount,
  fileId,
  moment,
  orderId,
  pageOf,
  refundId,
  requestId,
  userId,
} from '../fields';
import { DISCOUNT_KINDS } from '../pricing/price';
import { REFUND_STATUSES } from '../refunds/machine';
import { ORDER_STATUSES } from './machine';

export const ITEM_KINDS = ['course', 'membership'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Where the phone says it runs; decides the payment route, never the price. `devtools` is also the browser. */
export const PLATFORMS = ['ios', 'android', 'ohos', 'windows', 'mac', 'devtools'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** What the phone needs to ask for the money. Signed on the server or by WeChat, passed through untouched. */
export const payment = z.discriminatedUnion('provider', [
  z.object({
    provider: z.literal('cloudPay'),
    /** For `wx.requestPayment`. */
    params: z.object({
      timeStamp: z.string(),
      nonceStr: z.string(),
      package: z.string(),
      signType: z.string(),
      paySign: z.string(),
    }),
  }),
  z.object({
    provider: z.literal('virtualPay'),
    /** For `wx.requestVirtualPayment`. */
    params: z.object({
      mode: z.literal('short_series_goods'),
      signData: z.string(),
      paySig: z.string(),
      signature: z.string(),
    }),
  }),
]);
export type Payment = z.output<typeof payment>;

export const createOrder = defineContract({
  name: 'createOrder',
  summary:
    'Opens one payable order at the shown price, or gives back the caller’s open order of the same item. A free item is paid at once.',
  input: z.strictObject({
    requestId,
    item: z.strictObject({ kind: z.enum(ITEM_KINDS), id: courseId }),
    couponId: couponId.optional(),
    /** Bought for somebody else: the buyer gets a claim code instead of the item. */
    gift: z.boolean().optional(),
    /** Whose link of this course the buyer came by. Who may not earn by it earns nothing; the order is made all the same. */
    affiliateId: userId.optional(),
    platform: z.enum(PLATFORMS).optional(),
    /** From `wx.login`; virtual payment signs with the session it stands for. */
    loginCode: z.string().min(1).max(128).optional(),
  }),
  output: z.object({
    orderId,
    payable: fenAmount,
    status: z.enum(ORDER_STATUSES),
    expiresAt: moment,
    payment: payment.optional(),
  }),
  errors: [
    'NOT_FOUND',
    'COURSE_NOT_ON_SALE',
    'COURSE_ALREADY_OWNED',
    'COURSE_SOLD_OUT',
    'MEMBERSHIP_NOT_ON_SALE',
    'COUPON_NOT_USABLE',
    'ORDER_CLOSING',
    'PAYMENT_UNAVAILABLE',
    'PAYMENT_PROVIDER_BUSY',
    'REQUEST_REUSED',
  ],
});

const orderEvent = z.object({ at: moment, text: z.string() });

/** A gift as its giver sees it. */
const orderGift = z.object({
  state: z.enum(['unpaid', 'waiting', 'claimed', 'returned']),
  /** To be handed on, while it waits to be claimed. */
  code: z.string().optional(),
  /** When it goes back unclaimed. */
  expiresAt: moment.optional(),
  claimedAt: moment.optional(),
});

const orderRow = z.object({
  orderId,
  status: z.enum(ORDER_STATUSES),
  item: z.object({
    kind: z.enum(ITEM_KINDS),
    id: courseId,
    title: z.string(),
    cover: fileId.optional(),
  }),
  listPrice: fenAmount,
  payable: fenAmount,
  /** What the list price was lowered by; with `payable` they add up to it. */
  discounts: z.array(
    z.object({ kind: z.enum(DISCOUNT_KINDS), label: z.string(), amount: fenAmount }),
  ),
  refunded: fenAmount,
  createdAt: moment,
  expiresAt: moment,
  paidAt: moment.optional(),
  gift: orderGift.optional(),
  /** Came of a redeem code. */
  redeemed: z.boolean(),
  /** What the buyer can do now, decided on the server. */
  actions: z.array(z.enum(['pay', 'cancel', 'refund', 'study', 'buyAgain'])),
  /** Whom the buyer asks for money back. */
  refundBy: z.enum(['shop', 'apple']),
  refunds: z.array(
    z.object({
      refundId,
      status: z.enum(REFUND_STATUSES),
      amount: fenAmount,
      reason: z.string(),
      note: z.string().optional(),
      askedAt: moment,
    }),
  ),
  timeline: z.array(orderEvent),
});
export type OrderRow = z.output<typeof orderRow>;

export const getOrders = defineContract({
  name: 'getOrders',
  summary:
    'The caller’s own orders, newest first, all or those of some statuses; or one of them by id.',
  input: z.strictObject({
    orderId: orderId.optional(),
    statuses: z.array(z.enum(ORDER_STATUSES)).min(1).max(ORDER_STATUSES.length).optional(),
    cursor: cursor.optional(),
  }),
  output: pageOf(orderRow),
  errors: ['NOT_FOUND'],
});

export const resumePayment = defineContract({
  name: 'resumePayment',
  summary: 'What the phone needs to go on paying an open order: same number, same amount.',
  input: z.strictObject({
    orderId,
    platform: z.enum(PLATFORMS).optional(),
    loginCode: z.string().min(1).max(128).optional(),
  }),
  output: z.object({ orderId, payable: fenAmount, expiresAt: moment, payment }),
  errors: ['NOT_FOUND', 'ORDER_NOT_PAYABLE', 'PAYMENT_UNAVAILABLE', 'PAYMENT_PROVIDER_BUSY'],
});

export const confirmPayment = defineContract({
  name: 'confirmPayment',
  summary: '“I have paid”: asks the payment provider and believes nothing else.',
  input: z.strictObject({ orderId }),
  output: z.object({ status: z.enum(ORDER_STATUSES) }),
  errors: ['NOT_FOUND', 'PAYMENT_PROVIDER_BUSY'],
});

export const cancelOrder = defineContract({
  name: 'cancelOrder',
  summary:
    'Closes an unpaid order at the payment provider first, then here. It may end as paid, when the money was already there.',
  input: z.strictObject({ orderId }),
  output: z.object({ status: z.enum(ORDER_STATUSES) }),
  errors: ['NOT_FOUND', 'ORDER_NOT_CANCELLABLE', 'PAYMENT_PROVIDER_BUSY'],
});

/** Called by WeChat alone, with events of its own shape: everything in them is a claim to be checked. */
export const payCallback = defineContract({
  name: 'payCallback',
  summary: 'WeChat’s notices of payments and refunds, ordinary and virtual; closed to clients.',
  input: z.looseObject({}),
  output: z.object({
    /** The answer to Apple's enquiry about a refund, in the words WeChat wants. */
    opinion: z
      .object({
        result_code: z.literal([0, 1]),
        result_info: z.string(),
        evidence: z.string(),
      })
      .optional(),
  }),
  errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'PAYMENT_PROVIDER_BUSY'],
});

const swept = z.object({ looked: z.int(), settled: z.int(), left: z.int() });

export const closeUnpaidOrders = defineContract({
  name: 'closeUnpaidOrders',
  summary:
    'Timer: closes orders past their time at the payment provider first, then here; asks again about closed ones, and finishes what a crash left half done.',
  input: z.looseObject({}),
  output: swept,
  errors: [],
});
