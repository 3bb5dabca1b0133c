import * as z from 'zod';
import { defineContract } from '../contract';
import {
  cursor,
  fenAmount,
  moment,
  orderId,
  pageOf,
  payoutId,
  requestId,
  text,
  userId,
} from '../fields';
import { PAYOUT_STATUSES, SHARE_OUTCOMES } from './machine';
import { PAYEE_KINDS, PAYOUT_METHODS } from './payee';

const status = z.enum(PAYOUT_STATUSES);
const method = z.enum(PAYOUT_METHODS);
/** A change of a balance, in fen; below zero where it went down. */
const change = z.int();
const positiveFen = fenAmount.refine((amount) => amount > 0);

const payee = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('bank'),
    realName: text(2, 30),
    bankName: text(2, 40),
    account: z.string().regex(/^[0-9]{8,32}$/),
  }),
  z.strictObject({ method: z.enum(['wechat', 'sharing']), realName: text(2, 30) }),
]);

/** A payee as its owner sees it: enough to recognise, too little to use. */
const shownPayee = z.object({
  method: z.enum(PAYEE_KINDS),
  realName: z.string(),
  bankName: z.string().optional(),
  /** The last four digits. */
  account: z.string().optional(),
  /** Payouts may go there from then on. */
  usableFrom: moment,
});

const timeline = z.array(z.object({ at: moment, text: z.string() }));

/** What a payout by 分账 takes out of one order. */
const share = z.object({
  orderId,
  amount: fenAmount,
  outcome: z.enum(SHARE_OUTCOMES),
  /** Why it failed. */
  reason: z.string().optional(),
});

const payoutRow = z.object({
  payoutId,
  amount: fenAmount,
  method,
  status,
  askedAt: moment,
  endedAt: moment.optional(),
  /** The bank's or WeChat's number of the transfer. */
  reference: z.string().optional(),
  /** Why it was rejected or failed. */
  reason: z.string().optional(),
  /** For `wx.requestMerchantTransfer`: the earner accepts the money on their phone, within a day. */
  confirmation: z.object({ mchId: z.string(), appId: z.string(), package: z.string() }).optional(),
  /** Only of a payout by 分账: the orders it is taken out of. */
  shares: z.array(share).optional(),
  /** What of the amount arrived, where part of it did not and is the earner's balance again. */
  arrived: fenAmount.optional(),
  timeline,
});
export type PayoutRow = z.output<typeof payoutRow>;

const commissionRow = z.object({
  orderId,
  title: z.string(),
  paidAt: moment,
  /** What the buyer paid. */
  paid: fenAmount,
  /** The earner's share of it, and what refunds took back of that. */
  share: fenAmount,
  returned: fenAmount,
  /** When the share leaves its hold; absent once it has. */
  maturesAt: moment.optional(),
  maturedAt: moment.optional(),
});
export type CommissionRow = z.output<typeof commissionRow>;

const saleRow = commissionRow.extend({ buyer: z.string() });
export type SaleRow = z.output<typeof saleRow>;

const movementRow = z.object({
  entryId: z.string(),
  at: moment,
  /** What happened, in Chinese. */
  name: z.string(),
  orderId: orderId.optional(),
  payoutId: payoutId.optional(),
  /** What the order is of. */
  title: z.string().optional(),
  pending: change,
  available: change,
  receivable: change,
});
export type MovementRow = z.output<typeof movementRow>;

const balances = z.object({
  view: z.literal('balances'),
  /** Fen held back until the buyer's time for a refund is over. */
  pending: fenAmount,
  available: fenAmount,
  /** Fen owed to the shop; later earnings repay it. */
  receivable: fenAmount,
  inTransit: fenAmount,
  payee: shownPayee.optional(),
  /** What kinds of payee the shop can pay. */
  payees: z.array(z.enum(PAYEE_KINDS)),
  /** Only of a payee paid by 分账: fen that can be paid out of orders now, which is what is paid out at once. */
  shareable: fenAmount.optional(),
  leastPayout: fenAmount,
  /** What an affiliate gets of a course, in basis points; 0 where the shop has no affiliates. */
  affiliateShare: z.int(),
  /** Why no payout can be asked for now, in Chinese. */
  obstacle: z.string().optional(),
});
export type Balances = z.output<typeof balances>;

/** Why a payout cannot be made. */
export const PAYOUT_REFUSALS = [
  'PAYEE_MISSING',
  'PAYEE_TOO_NEW',
  'PAYEE_NOT_AVAILABLE',
  'PAYOUT_NOT_SHAREABLE',
  'PAYOUT_TOO_SMALL',
  'PAYOUT_TOO_MUCH',
  'PAYOUT_WHILE_OWING',
] as const;

export const getEarnings = defineContract({
  name: 'getEarnings',
  summary:
    'An earner’s own money: balances, the sales behind them, every movement, where payouts go, and asking for one.',
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('read') }),
    z.strictObject({ action: z.literal('sales'), cursor: cursor.optional() }),
    z.strictObject({ action: z.literal('commissions'), cursor: cursor.optional() }),
    z.strictObject({ action: z.literal('statement'), cursor: cursor.optional() }),
    z.strictObject({ action: z.literal('payouts'), cursor: cursor.optional() }),
    z.strictObject({ action: z.literal('setPayee'), payee }),
    z.strictObject({ action: z.literal('requestPayout'), requestId, amount: positiveFen }),
  ]),
  output: z.discriminatedUnion('view', [
    balances,
    pageOf(saleRow).extend({ view: z.literal('sales') }),
    pageOf(commissionRow).extend({ view: z.literal('commissions') }),
    pageOf(movementRow).extend({ view: z.literal('statement') }),
    pageOf(payoutRow).extend({ view: z.literal('payouts') }),
    z.object({ view: z.literal('payout'), payout: payoutRow }),
  ]),
  errors: [...PAYOUT_REFUSALS, 'REQUEST_REUSED', 'CHANGED_MEANWHILE'],
});

const person = z.object({ userId, nickname: z.string() });

/** A payout as an admin sees it: with the whole payee, and who did what. */
const managedPayout = payoutRow.omit({ confirmation: true }).extend({
  earner: person,
  payee: z.object({
    realName: z.string(),
    bankName: z.string().optional(),
    account: z.string().optional(),
  }),
  madeBy: person,
  approvedBy: person.optional(),
  confirmedBy: person.optional(),
  /** One person did what two should, because the shop has a single admin. */
  alone: z.boolean(),
  /** The provider's last words where it did not take the payout. */
  said: z.string().optional(),
  /** What the caller may do with it now. */
  actions: z.array(z.enum(['approve', 'reject', 'confirm', 'giveUp', 'askAgain'])),
});
export type ManagedPayout = z.output<typeof managedPayout>;

const earner = z.object({
  person,
  available: fenAmount,
  receivable: fenAmount,
  inTransit: fenAmount,
  /** Only of an earner paid by 分账: what is paid out at once. */
  shareable: fenAmount.optional(),
  obstacle: z.string().optional(),
});
export type Earner = z.output<typeof earner>;

/** The actions on payouts, for the union of `manageMoney`. */
export const payoutActions = [
  z.strictObject({
    action: z.literal('payouts'),
    status: status.optional(),
    cursor: cursor.optional(),
  }),
  z.strictObject({ action: z.literal('earners'), cursor: cursor.optional() }),
  z.strictObject({
    action: z.literal('proposePayout'),
    requestId,
    earnerId: userId,
    amount: positiveFen,
  }),
  z.strictObject({ action: z.literal('approvePayout'), payoutId }),
  z.strictObject({ action: z.literal('rejectPayout'), payoutId, reason: text(4, 200) }),
  /** A transfer by hand was made: the bank's reference proves it. */
  z.strictObject({ action: z.literal('confirmPayout'), payoutId, reference: text(4, 64) }),
  /** A transfer was not made and never will be. */
  z.strictObject({ action: z.literal('giveUpPayout'), payoutId, reason: text(4, 200) }),
  z.strictObject({ action: z.literal('askPayoutAgain'), payoutId }),
] as const;
const payoutAction = z.discriminatedUnion('action', payoutActions);
export type PayoutAction = z.output<typeof payoutAction>;

/** What those actions answer, for the union of `manageMoney`. */
export const payoutViews = [
  pageOf(managedPayout).extend({ view: z.literal('payouts') }),
  pageOf(earner).extend({ view: z.literal('earners') }),
  z.object({ view: z.literal('payout'), payout: managedPayout }),
] as const;
const payoutView = z.discriminatedUnion('view', payoutViews);
export type PayoutView = z.output<typeof payoutView>;

/** How those actions may refuse, for the errors of `manageMoney`. */
export const PAYOUT_ERRORS = [
  ...PAYOUT_REFUSALS,
  'NOT_FOUND',
  'REQUEST_REUSED',
  'CHANGED_MEANWHILE',
  'PAYOUT_ALREADY_DECIDED',
  'PAYOUT_NEEDS_SECOND_PERSON',
  'PAYOUT_STILL_UNDER_WAY',
] as const;
