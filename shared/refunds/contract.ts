import * as z from 'zod';
import { defineContract } from '../contract';
import { cursor, fenAmount, moment, orderId, pageOf, refundId, requestId, text } from '../fields';
import { REFUND_STATUSES } from './machine';

const status = z.enum(REFUND_STATUSES);

export const refund = defineContract({
  name: 'refund',
  summary:
    'Asks for money back on the caller’s own order, all of what is left when no amount is given. Within the shop’s rule it is approved at once; otherwise someone decides.',
  input: z.strictObject({
    requestId,
    orderId,
    reason: text(2, 200),
    amount: z.int().min(1).max(100_000_000).optional(),
  }),
  output: z.object({ refundId, status }),
  errors: [
    'NOT_FOUND',
    'REFUND_NOT_POSSIBLE',
    'REFUND_BY_APPLE',
    'REFUND_TOO_MUCH',
    'REQUEST_REUSED',
    'CHANGED_MEANWHILE',
  ],
});

export const reviewRefund = defineContract({
  name: 'reviewRefund',
  summary:
    'Decides on a refund that waits. Teachers decide on their own courses up to the limit of the rule, and give an opinion above it; admins decide all. Nobody decides on their own request.',
  input: z.strictObject({
    refundId,
    decision: z.enum(['approve', 'reject']),
    note: text(0, 200).optional(),
  }),
  output: z.object({ status, opinionOnly: z.boolean() }),
  errors: [
    'NOT_FOUND',
    'REFUND_ALREADY_DECIDED',
    'REFUND_NEEDS_SECOND_PERSON',
    'CHANGED_MEANWHILE',
  ],
});

export const getRefunds = defineContract({
  name: 'getRefunds',
  summary: 'Refunds of the courses a teacher teaches (an admin: of all), newest first.',
  input: z.strictObject({ status: status.optional(), cursor: cursor.optional() }),
  output: pageOf(
    z.object({
      refundId,
      orderId,
      title: z.string(),
      buyer: z.string(),
      status,
      amount: fenAmount,
      paid: fenAmount,
      reason: z.string(),
      note: z.string().optional(),
      opinion: z.object({ decision: z.enum(['approve', 'reject']), note: z.string() }).optional(),
      learned: z.object({ percent: z.int(), lessons: z.int() }),
      askedAt: moment,
      mayDecide: z.boolean(),
    }),
  ),
  errors: [],
});

export const submitRefunds = defineContract({
  name: 'submitRefunds',
  summary:
    'Timer: hands approved refunds to the payment provider under their own number, asks after those under way, and finishes what a crash left half done.',
  input: z.looseObject({}),
  output: z.object({ looked: z.int(), settled: z.int(), left: z.int() }),
  errors: [],
});
