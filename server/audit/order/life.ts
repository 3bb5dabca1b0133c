import { OPEN_STATUSES, orderMachine } from '../../../shared/orders/machine';
import { refundMachine } from '../../../shared/refunds/machine';
import { openKeyOf } from '../../orders/newOrder';
import type { Order } from '../../orders/order';
import type { Refund } from '../../refunds/refund';
import { differs, unless, type Check } from '../check';
import { findInHistory } from '../history';
import type { OrderCase } from './orderCase';

const HOUR_MS = 60 * 60_000;

/** How refunds begin: asked for, owed from the start, or heard of when they were over. */
const FIRST_STATES: Record<Refund['origin'], readonly string[]> = {
  request: ['requested'],
  sendBack: ['approved'],
  external: ['succeeded'],
};

const findSteps = ({ order, refunds }: OrderCase): string[] => [
  ...findInHistory(order, orderMachine, { event: 'create', states: ['reserving', 'pending'] }),
  ...refunds.flatMap((refund) =>
    findInHistory(refund, refundMachine, { event: 'ask', states: FIRST_STATES[refund.origin] }).map(
      (found) => `${refund._id}: ${found}`,
    ),
  ),
];

/** The lock of a person and an item is held by the open order, and given up with it. */
const findLock = ({ order }: OrderCase): string[] => {
  const open = OPEN_STATUSES.some((status) => status === order.status);
  return differs('the lock', {
    is: order.openKey,
    wanted: open ? openKeyOf(order.userId, order.item, order.gift !== undefined) : order._id,
  });
};

/** How long an order may wait in a state, from when it came there or when it could last be paid. */
const PATIENCE: Partial<Record<Order['status'], (order: Order) => number>> = {
  reserving: ({ createdAt }) => createdAt + HOUR_MS,
  late: ({ history, createdAt }) => (history.at(-1)?.at ?? createdAt) + HOUR_MS,
  pending: ({ expiresAt }) => expiresAt + 24 * HOUR_MS,
  closing: ({ expiresAt }) => expiresAt + 24 * HOUR_MS,
};

const findStuck = ({ order }: OrderCase, now: number): string[] => {
  const until = PATIENCE[order.status]?.(order);
  return unless(until === undefined || now <= until, `it is ${order.status} since before ${until}`);
};

const findUndone = ({ order, refunds }: OrderCase, now: number): string[] =>
  [order, ...refunds].flatMap(({ _id, todo, todoAt, history }) => {
    const last = history.at(-1)?.at ?? 0;
    return [
      ...unless(todo.length === 0 || now - last <= HOUR_MS, `${_id} still has to ${todo.join()}`),
      ...unless(todo.length === 0 || todoAt !== undefined, `${_id} has tasks nobody comes to`),
    ];
  });

/** How an order got where it is, and that it does not stay there for ever. */
export const LIFE_CHECKS: readonly Check<OrderCase>[] = [
  { id: 'INV24', find: findSteps },
  { id: 'INV17', find: findLock },
  { id: 'INV18', find: findStuck },
  { id: 'INV26', find: findUndone },
];
