import * as z from 'zod';
import { defineContract } from '../contract';
import {
  courseId,
  cursor,
  moment,
  orderId,
  pageOf,
  refundId,
  requestId,
  text,
  userId,
} from '../fields';
import { ITEM_KINDS } from '../orders/contract';
import { ORDER_STATUSES } from '../orders/machine';
import { PAYOUT_ERRORS, payoutActions, payoutViews } from '../payouts/contract';
import { REFUND_STATUSES } from '../refunds/machine';
import { DIFFERENCE_KINDS, DIFFERENCE_STATUSES } from './differences';
import { PROPOSAL_KINDS, PROPOSAL_STATUSES } from './proposals';

const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{3,39}$/);

/** An amount that may be either side of zero, in fen. */
const signed = z.int();

/** A day in Beijing, `yyyy-mm-dd`. */
export const day = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export const PROVIDERS = ['cloudPay', 'virtualPay'] as const;
const provider = z.enum(PROVIDERS);

/** An account of the journal, such as `psp:cloudPay` or `teacher:usr_1:pending`. */
export const account = z.string().regex(/^[a-zA-Z]+(:[A-Za-z0-9_-]{1,40}){0,2}$/);

/** A kind of journal entry, such as `paid`. */
const entryKind = z.string().regex(/^[a-zA-Z]{3,40}$/);

const person = z.object({ userId, nickname: z.string() });

/** One event of money: its lines sum to zero, debits positive, credits negative. */
const entry = z.object({
  entryId: z.string(),
  kind: z.string(),
  /** What it is called in Chinese. */
  name: z.string(),
  orderId: z.string().optional(),
  refundId: z.string().optional(),
  at: moment,
  lines: z.array(z.object({ account: z.string(), name: z.string(), fen: signed })),
});
export type EntryRow = z.output<typeof entry>;

const difference = z.object({
  differenceId: z.string(),
  kind: z.enum(DIFFERENCE_KINDS),
  status: z.enum(DIFFERENCE_STATUSES),
  provider: z.string(),
  orderId: z.string().optional(),
  refundId: z.string().optional(),
  transactionId: z.string().optional(),
  /** What of it waits on the suspense account. */
  suspense: signed,
  /** One Chinese sentence that says what is wrong. */
  detail: z.string(),
  foundAt: moment,
  /** What may be proposed about it. */
  remedies: z.array(z.enum(PROPOSAL_KINDS)),
  resolution: z
    .object({ at: moment, by: z.string(), kind: z.string(), text: z.string() })
    .optional(),
});
export type DifferenceRow = z.output<typeof difference>;

const proposal = z.object({
  proposalId: z.string(),
  kind: z.enum(PROPOSAL_KINDS),
  status: z.enum(PROPOSAL_STATUSES),
  subject: z.string(),
  /** One Chinese sentence that says what will be done. */
  summary: z.string(),
  reason: z.string(),
  madeBy: person,
  madeAt: moment,
  decidedBy: person.optional(),
  decidedAt: moment.optional(),
  note: z.string().optional(),
  /** Decided by its maker, because the shop has a single admin. */
  alone: z.boolean(),
  /** Whether the caller may decide on it now. */
  mayDecide: z.boolean(),
});
export type ProposalRow = z.output<typeof proposal>;

const reconciliation = z.object({
  provider: z.string(),
  date: day,
  status: z.enum(['waiting', 'working', 'balanced', 'differs']),
  /** Lines of the bill that the shop knew, that it learned from the bill, and that wait for a person. */
  matched: z.int(),
  repaired: z.int(),
  open: z.int(),
  /** Fen of the day: what the bill says and what the journal says. */
  totals: z
    .object({ paid: signed, refunded: signed, fees: signed, bill: signed, journal: signed })
    .optional(),
  finishedAt: moment.optional(),
  note: z.string().optional(),
});
export type ReconciliationRow = z.output<typeof reconciliation>;

const audit = z.object({
  date: z.string(),
  status: z.string(),
  violations: z.int(),
  finishedAt: moment.optional(),
  /** The first findings, each in a sentence. */
  findings: z.array(z.object({ invariant: z.string(), subject: z.string(), detail: z.string() })),
});
export type AuditRow = z.output<typeof audit>;

const refundRow = z.object({
  refundId: z.string(),
  orderId: z.string(),
  title: z.string(),
  buyer: z.string(),
  origin: z.string(),
  status: z.enum(REFUND_STATUSES),
  amount: signed,
  reason: z.string(),
  note: z.string().optional(),
  askedAt: moment,
  tries: z.int(),
  history: z.array(z.object({ at: moment, event: z.string(), to: z.string(), by: z.string() })),
});
export type MoneyRefundRow = z.output<typeof refundRow>;

const overview = z.object({
  view: z.literal('overview'),
  /** Every account with what it holds after all entries so far. */
  balances: z.array(z.object({ account: z.string(), name: z.string(), fen: signed })),
  /** The day in Beijing so far. */
  today: z.object({ date: day, paid: signed, refunded: signed, fees: signed, orders: z.int() }),
  openDifferences: z.int(),
  openProposals: z.int(),
  refundsInTrouble: z.int(),
  reconciliations: z.array(reconciliation),
  audits: z.array(audit),
});
export type MoneyOverview = z.output<typeof overview>;

/** Everything about the money of one order. */
const orderFile = z.object({
  view: z.literal('order'),
  order: z.object({
    orderId: z.string(),
    status: z.enum(ORDER_STATUSES),
    buyer: z.string(),
    userId: z.string(),
    teacherId: z.string(),
    item: z.object({ kind: z.enum(ITEM_KINDS), id: z.string(), title: z.string() }),
    listPrice: signed,
    payable: signed,
    refunded: signed,
    reserved: signed,
    returned: z.object({ amount: signed, teacher: signed }),
    teacherShare: z.int(),
    discounts: z.array(z.object({ kind: z.string(), label: z.string(), amount: signed })),
    provider: z.string().optional(),
    paid: z
      .object({
        transactionId: z.string(),
        amount: signed,
        at: moment,
        heardFrom: z.string(),
      })
      .optional(),
    createdAt: moment,
    history: z.array(z.object({ at: moment, event: z.string(), to: z.string(), by: z.string() })),
  }),
  refunds: z.array(refundRow),
  entries: z.array(entry),
  differences: z.array(difference),
  proposals: z.array(proposal),
});
export type OrderFile = z.output<typeof orderFile>;

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
    teacherId: userId,
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
