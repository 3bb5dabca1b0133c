import * as z from 'zod';
import { PROVIDERS } from '../../../shared/books/fields';
import { DIFFERENCE_KINDS, DIFFERENCE_STATUSES } from '../../../shared/books/differences';
import { PROPOSAL_KINDS, PROPOSAL_STATUSES } from '../../../shared/books/proposals';
import { amount, fen, id, moment, signature, words } from './parts';

/** The accounts there are; an entry names no other. */
const ACCOUNT =
  /^(psp:\w+|earner:[\w-]+:(pending|available|receivable)|bank|refundPayable|payoutTransit|suspense|membershipPool|teachersDue|revenue:(commission|refunded|membership)|expense:(fee|promotion|goodwill))$/;

/** The schema of `journal`. */
export const entryShape = z.strictObject({
  _id: id,
  kind: z.string(),
  orderId: id.optional(),
  refundId: id.optional(),
  payoutId: id.optional(),
  earnerIds: z.array(id).min(1).max(2).optional(),
  at: moment,
  lines: z.array(z.strictObject({ account: z.string().regex(ACCOUNT), fen })),
  division: z
    .strictObject({
      from: moment,
      until: moment,
      parts: z.array(z.strictObject({ teacherId: id, ms: z.int().min(1), amount })),
    })
    .optional(),
  after: id.optional(),
});

/** The schema of `differences`. */
export const differenceShape = z.strictObject({
  _id: id,
  kind: z.enum(DIFFERENCE_KINDS),
  provider: z.enum(PROVIDERS),
  orderId: id.optional(),
  refundId: id.optional(),
  transactionId: z.string().optional(),
  suspense: amount,
  detail: words,
  /** What the provider claimed, as it came. */
  evidence: z.looseObject({}).optional(),
  status: z.enum(DIFFERENCE_STATUSES),
  foundAt: moment,
  resolution: z
    .strictObject({
      at: moment,
      by: z.string(),
      kind: z.string(),
      text: words,
      proposalId: id.optional(),
    })
    .optional(),
});

/** The schema of `proposals`. */
export const proposalShape = z.strictObject({
  _id: id,
  kind: z.enum(PROPOSAL_KINDS),
  subject: z.string(),
  openKey: z.string(),
  summary: words,
  /** Its own contract has looked at it when it was made. */
  proposed: z.looseObject({ kind: z.enum(PROPOSAL_KINDS) }),
  orderId: id.optional(),
  reason: words,
  madeBy: signature,
  madeAt: moment,
  status: z.enum(PROPOSAL_STATUSES),
  decidedBy: signature.optional(),
  decidedAt: moment.optional(),
  note: words.optional(),
  alone: z.boolean().optional(),
});

const count = z.int().min(0);

/** The schema of `reconciliations`. */
export const dayShape = z.strictObject({
  _id: id,
  provider: z.enum(PROVIDERS),
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  startsAt: moment,
  begunAt: moment.optional(),
  status: z.enum(['waiting', 'working', 'balanced', 'differs']),
  run: count,
  position: count,
  tally: z.strictObject({
    matched: count,
    repaired: count,
    open: count,
    paid: fen,
    refunded: fen,
    fees: fen,
    journal: fen,
  }),
  billFile: z.string().optional(),
  finishedAt: moment.optional(),
  missing: count.optional(),
  note: words.optional(),
  checkAt: moment.optional(),
});

/** The schema of `seals`. */
export const sealShape = z.strictObject({
  _id: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  prev: z.string(),
  entries: count,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
