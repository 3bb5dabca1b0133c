import * as z from 'zod';
import { moment, userId } from '../fields';
import { ITEM_KINDS } from '../orders/contract';
import { ORDER_STATUSES } from '../orders/machine';
import { REFUND_STATUSES } from '../refunds/machine';
import { DIFFERENCE_KINDS, DIFFERENCE_STATUSES } from './differences';
import { PROPOSAL_KINDS, PROPOSAL_STATUSES } from './proposals';

/** An amount that may be either side of zero, in fen. */
const signed = z.int();

/** A day in Beijing, `yyyy-mm-dd`. */
export const day = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** Payment providers, by name. */
export const PROVIDERS = ['cloudPay', 'virtualPay'] as const;
/** Somebody by name. */
export const person = z.object({ userId, nickname: z.string() });

/** One event of money: its lines sum to zero, debits positive, credits negative. */
export const entry = z.object({
  entryId: z.string(),
  kind: z.string(),
  /** What it is called in Chinese. */
  name: z.string(),
  orderId: z.string().optional(),
  refundId: z.string().optional(),
  at: moment,
  lines: z.array(z.object({ account: z.string(), name: z.string(), fen: signed })),
  /** In the file of a membership's order: how what was used up in a period is divided, by minutes of study. */
  division: z
    .object({
      from: moment,
      until: moment,
      parts: z.array(
        z.object({ teacherId: userId, nickname: z.string(), minutes: z.int(), fen: signed }),
      ),
      platform: signed,
    })
    .optional(),
});
export type EntryRow = z.output<typeof entry>;

/** Something that does not fit, as an admin reads it. */
export const difference = z.object({
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

/** What one admin wants done, as another reads it. */
export const proposal = z.object({
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

/** A provider's day beside its bill. */
export const reconciliation = z.object({
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

/** What the auditor found in one of its runs. */
export const audit = z.object({
  date: z.string(),
  status: z.string(),
  violations: z.int(),
  finishedAt: moment.optional(),
  /** The first findings, each in a sentence. */
  findings: z.array(z.object({ invariant: z.string(), subject: z.string(), detail: z.string() })),
});
export type AuditRow = z.output<typeof audit>;

/** A refund with its whole way. */
export const refundRow = z.object({
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

/** The state of the books at a glance. */
export const overview = z.object({
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
export const orderFile = z.object({
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
    returned: z.object({ amount: signed, teacher: signed, affiliate: signed }),
    /** Whom the buyer asks for money back: the shop can begin no refund where it is Apple (V4). */
    refundBy: z.enum(['shop', 'apple']),
    teacherShare: z.int(),
    /** Who brought the buyer, and their basis points of the price. */
    affiliate: z.object({ userId: z.string(), share: z.int() }).optional(),
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
