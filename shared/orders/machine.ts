import { defineMachine, type EventOf } from '../machine';

/**
 * The life of an order. To change what an order may do, change a row here and nowhere else.
 * `reserving` waits for a seat, `closing` for the payment provider's definite answer,
 * `late` is money that came after closing, `review` waits for a person.
 * `sendBack` returns money that must open nothing: the place is gone, or the item is owned already.
 */
export const orderMachine = defineMachine({
  reserving: { reserve: 'pending', giveUp: 'closed' },
  pending: {
    pay: 'paid',
    startClosing: 'closing',
    mismatch: 'review',
    sendBack: 'autoRefunding',
  },
  closing: { pay: 'paid', close: 'closed', mismatch: 'review', sendBack: 'autoRefunding' },
  closed: { payLate: 'late', mismatch: 'review' },
  late: { pay: 'paid', sendBack: 'autoRefunding' },
  paid: { refundPart: 'partiallyRefunded', refundAll: 'refunded' },
  partiallyRefunded: { refundPart: 'partiallyRefunded', refundAll: 'refunded' },
  refunded: {},
  review: { accept: 'paid', sendBack: 'autoRefunding' },
  autoRefunding: { refundAll: 'autoRefunded' },
  autoRefunded: {},
});

export type OrderStatus = (typeof orderMachine.states)[number];
export type OrderEvent = EventOf<typeof orderMachine>;

/** The same list for schemas, which want it spelt out. */
export const ORDER_STATUSES = [
  'reserving',
  'pending',
  'closing',
  'closed',
  'late',
  'paid',
  'partiallyRefunded',
  'refunded',
  'review',
  'autoRefunding',
  'autoRefunded',
] as const satisfies readonly OrderStatus[];

/** Orders that may still be paid: only one of them may exist for a person and an item. */
export const OPEN_STATUSES = ['reserving', 'pending', 'closing'] as const satisfies OrderStatus[];

/** Orders whose money is here and whose item is (or, while a refund runs, was) open. */
export const PAID_STATUSES = ['paid', 'partiallyRefunded'] as const satisfies OrderStatus[];

/** Orders that something is still to happen to, so that their buyer's account cannot be erased yet. */
export const UNFINISHED_STATUSES = [
  ...OPEN_STATUSES,
  'late',
  'review',
  'autoRefunding',
] as const satisfies OrderStatus[];
