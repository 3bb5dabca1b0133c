import * as z from 'zod';
import { defineContract } from '../contract';
import { ID } from '../id';
import { courseId, cursor, orderId, pageOf, refundId, requestId, text, userId } from '../fields';
import { ITEM_KINDS } from '../orders/contract';
import { PAYOUT_ERRORS, payoutActions, payoutViews } from '../payouts/contract';
import { DIFFERENCE_STATUSES } from './differences';
import { PROPOSAL_STATUSES } from './proposals';
import {
  audit,
  day,
  difference,
  entry,
  orderFile,
  overview,
  proposal,
  PROVIDERS,
  reconciliation,
  refundRow,
} from './fields';

export type {
  AuditRow,
  DifferenceRow,
  EntryRow,
  MoneyOverview,
  MoneyRefundRow,
  OrderFile,
  ProposalRow,
  ReconciliationRow,
} from './fields';

const id = z.string().regex(ID);

const provider = z.enum(PROVIDERS);

/** An account of the journal, such as `psp:cloudPay` or `earner:usr_1:pending`. */
export const account = z.string().regex(/^[a-zA-Z]+(:[A-Za-z0-9_-]{1,40}){0,2}$/);

/** A kind of journal entry, such as `paid`. */
const entryKind = z.string().regex(/^[a-zA-Z]{3,40}$/);

/** What may be proposed; each with what it needs to know. */
const proposed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('acceptPayment'), differenceId: id }),
  z.strictObject({ kind: z.literal('sendBackPayment'), differenceId: id }),
  z.strictObject({
    kind: z.literal('settledOutside'),
    differenceId: id,
    /** What was done there, in words. */
    evidence: text(4, 200),
    /** The number of the refund there, so that the bill's line about it is known when it comes. */
    refundNumber: z
      .string()
      .regex(/^[A-Za-z0-9_|*@-]{6,64}$/)
      .optional(),
  }),
  z.strictObject({ kind: z.literal('explain'), differenceId: id }),
  z.strictObject({ kind: z.literal('retryRefund'), refundId }),
  z.strictObject({ kind: z.literal('closeRefund'), refundId }),
  z.strictObject({
    kind: z.literal('writeOff'),
    earnerId: userId,
    amount: z.int().min(1).max(100_000_000),
  }),
  z.strictObject({
    kind: z.literal('grantAccess'),
    userId,
    item: z.strictObject({ kind: z.enum(ITEM_KINDS), id: courseId }),
  }),
  z.strictObject({ kind: z.literal('revokeAccess'), orderId }),
  z.strictObject({
    kind: z.literal('recordSettlement'),
    provider,
    date: day,
    amount: z.int().min(1).max(1_000_000_000_000),
    reference: text(4, 64),
  }),
]);
export type Proposed = z.output<typeof proposed>;

export const manageMoney = defineContract({
  name: 'manageMoney',
  summary:
    'The books as an admin reads them, with the journal behind every figure; differences, and proposals and payouts that a second admin decides on.',
  input: z.discriminatedUnion('action', [
    z.strictObject({ action: z.literal('overview') }),
    z.strictObject({
      action: z.literal('journal'),
      orderId: orderId.optional(),
      account: account.optional(),
      kind: entryKind.optional(),
      day: day.optional(),
      cursor: cursor.optional(),
    }),
    z.strictObject({ action: z.literal('order'), orderId }),
    z.strictObject({
      action: z.literal('differences'),
      status: z.enum(DIFFERENCE_STATUSES).optional(),
      cursor: cursor.optional(),
    }),
    z.strictObject({
      action: z.literal('proposals'),
      status: z.enum(PROPOSAL_STATUSES).optional(),
      cursor: cursor.optional(),
    }),
    z.strictObject({
      action: z.literal('propose'),
      requestId,
      proposal: proposed,
      reason: text(4, 200),
    }),
    z.strictObject({
      action: z.literal('decide'),
      proposalId: id,
      decision: z.enum(['approve', 'reject']),
      note: text(0, 200).optional(),
    }),
    z.strictObject({ action: z.literal('withdraw'), proposalId: id }),
    z.strictObject({ action: z.literal('refunds'), cursor: cursor.optional() }),
    z.strictObject({ action: z.literal('reconciliations'), cursor: cursor.optional() }),
    /** Compares a day anew with its bill. */
    z.strictObject({ action: z.literal('reconcileAgain'), provider, date: day }),
    z.strictObject({ action: z.literal('audits'), cursor: cursor.optional() }),
    ...payoutActions,
  ]),
  output: z.discriminatedUnion('view', [
    overview,
    pageOf(entry).extend({ view: z.literal('journal') }),
    orderFile,
    pageOf(difference).extend({ view: z.literal('differences') }),
    pageOf(proposal).extend({ view: z.literal('proposals') }),
    z.object({ view: z.literal('proposal'), proposal }),
    pageOf(refundRow).extend({ view: z.literal('refunds') }),
    pageOf(reconciliation).extend({ view: z.literal('reconciliations') }),
    pageOf(audit).extend({ view: z.literal('audits') }),
    ...payoutViews,
  ]),
  errors: [
    ...PAYOUT_ERRORS,
    'PAYMENT_PROVIDER_BUSY',
    'PROPOSAL_EXISTS',
    'PROPOSAL_NOT_OPEN',
    'PROPOSAL_NOT_POSSIBLE',
    'PROPOSAL_NEEDS_SECOND_PERSON',
    'COURSE_SOLD_OUT',
  ],
});

const done = z.object({ looked: z.int(), settled: z.int(), left: z.int() });

export const keepBooks = defineContract({
  name: 'keepBooks',
  summary:
    'Timer: compares each day with the bills of the payment providers, matures earnings, carries payouts on, seals days and sweeps away what has expired. Every step may be repeated, and goes on where the time ran out.',
  input: z.looseObject({}),
  output: z.object({ steps: z.record(z.string(), done), left: z.array(z.string()) }),
  errors: [],
});
