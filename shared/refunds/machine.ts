import { defineMachine, type EventOf } from '../machine';

/**
 * The life of a refund. `succeeded` absorbs: a provider that later says otherwise is for a person to look at.
 * A success may be heard before our own note that the request went out, so it is taken from every state after approval.
 */
export const refundMachine = defineMachine({
  requested: { reject: 'rejected', approve: 'approved' },
  approved: { submit: 'submitting', succeed: 'succeeded' },
  submitting: {
    accept: 'processing',
    succeed: 'succeeded',
    turnAbnormal: 'abnormal',
    fail: 'failed',
  },
  processing: { succeed: 'succeeded', turnAbnormal: 'abnormal', fail: 'failed' },
  abnormal: { retry: 'submitting', succeed: 'succeeded', fail: 'failed' },
  succeeded: {},
  rejected: {},
  failed: {},
});

export type RefundStatus = (typeof refundMachine.states)[number];
export type RefundEvent = EventOf<typeof refundMachine>;

/** The same list for schemas, which want it spelt out. */
export const REFUND_STATUSES = [
  'requested',
  'approved',
  'submitting',
  'processing',
  'abnormal',
  'succeeded',
  'rejected',
  'failed',
] as const satisfies readonly RefundStatus[];

/** Refunds decided on whose money has not arrived yet. */
export const REFUNDS_UNDER_WAY = [
  'approved',
  'submitting',
  'processing',
  'abnormal',
] as const satisfies RefundStatus[];
