import { defineMachine, type EventOf } from '../machine';

/**
 * The life of an order. To change what an order may do, change a row here and nowhere else.
 * `reserving` waits for a seat, `closing` for the payment provider's definite answer,
 * `late` is money that came after closing, `review` waits for a person.
 */
export const orderMachine = defineMachine({
  reserving: { reserve: 'pending', giveUp: 'closed' },
  pending: { pay: 'paid', startClosing: 'closing', mismatch: 'review' },
  closing: { pay: 'paid', close: 'closed', mismatch: 'review' },
  closed: { pay: 'late', mismatch: 'review' },
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
