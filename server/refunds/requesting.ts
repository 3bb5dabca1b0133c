import { add, fen, subtract, ZERO, type Fen } from '../../shared/money';
import { PAID_STATUSES } from '../../shared/orders/machine';
import {
  approvesAtOnce,
  MAX_REFUNDS,
  REFUNDABLE_MS,
  type RefundRule,
} from '../../shared/refunds/rule';
import { fail, ok, type Result } from '../../shared/result';
import type { Transaction } from '../database';
import type { Order, PaidFacts } from '../orders/order';
import { ordersIn } from '../orders/orders';
import type { Ports } from '../ports';
import { bookApproval, splitFor } from './approving';
import { deciderOf } from './decider';
import { refundNumber, type Refund } from './refund';
import { refundsIn } from './refunds';

/** What a buyer asks for, and what decides whether anybody has to agree. */
export type RefundRequest = {
  readonly requestId: string;
  readonly orderId: string;
  readonly reason: string;
  /** All of what is left when not given. */
  readonly amount?: number | undefined;
  readonly rule: RefundRule;
  /** Absent for what has no lessons. */
  readonly learned?: { readonly percent: number; readonly lessons: number } | undefined;
  /** Asked of the order as it is then; refuses where it says no. */
  readonly onlyIf?: (order: Order) => boolean;
  readonly now: number;
};

type Refusal =
  'NOT_FOUND' | 'REFUND_NOT_POSSIBLE' | 'REFUND_BY_APPLE' | 'REFUND_TOO_MUCH' | 'REQUEST_REUSED';

/**
 * Asks for money back: reserves it on the order, where all refunds of it meet, so that together they never exceed
 * what was paid. Within the rule the refund is approved in the same transaction. Safe to repeat.
 */
export const requestRefund = (
  ports: Pick<Ports, 'db' | 'ids'>,
  request: RefundRequest,
): Promise<Result<Refund, Refusal>> =>
  ports.db.transaction(async (tx) => {
    const order = await ordersIn(tx).get(request.orderId);
    if (!order) return fail('NOT_FOUND');
    const earlier = order.refundRequests.indexOf(request.requestId);
    if (earlier >= 0) return askedBefore(tx, request, refundNumber(order._id, earlier + 1));

    if (request.onlyIf && !request.onlyIf(order)) return fail('REFUND_NOT_POSSIBLE');
    if (deciderOf(order) === 'apple') return fail('REFUND_BY_APPLE');
    const amount = refundableOf(order, request);
    if (!amount.ok) return amount;
    return ok(await reserve(tx, ports, { request, order, ...amount.data }));
  });

const askedBefore = async (
  tx: Transaction,
  request: RefundRequest,
  refundId: string,
): Promise<Result<Refund, Refusal>> => {
  const refund = await refundsIn(tx).get(refundId);
  return refund && isSameRequest(refund, request) ? ok(refund) : fail('REQUEST_REUSED');
};

/** Whether a request says the same as the refund it made. */
export const isSameRequest = (
  refund: Refund,
  { orderId, reason, amount }: Pick<RefundRequest, 'orderId' | 'reason' | 'amount'>,
): boolean =>
  refund.orderId === orderId &&
  refund.reason === reason &&
  (amount === undefined || refund.amount === amount);

type Refundable = { readonly amount: Fen; readonly paid: PaidFacts };

/** Whether an order can be refunded at all: paid, not long ago, and not too often yet. */
const paidFactsOf = (order: Order, now: number): PaidFacts | undefined => {
  const { paid, status, refundRequests } = order;
  const isPaid = PAID_STATUSES.some((each) => each === status);
  const inTime = paid !== undefined && now - paid.at <= REFUNDABLE_MS;
  return isPaid && inTime && refundRequests.length < MAX_REFUNDS ? paid : undefined;
};

const refundableOf = (
  order: Order,
  { amount, now }: RefundRequest,
): Result<Refundable, 'REFUND_NOT_POSSIBLE' | 'REFUND_TOO_MUCH'> => {
  const paid = paidFactsOf(order, now);
  const left = subtract(paid?.amount ?? ZERO, order.reserved);
  if (!paid || left === 0) return fail('REFUND_NOT_POSSIBLE');
  if (amount !== undefined && amount > left) return fail('REFUND_TOO_MUCH');
  return ok({ amount: amount === undefined ? left : fen(amount), paid });
};

const reserve = async (
  tx: Transaction,
  { ids }: Pick<Ports, 'ids'>,
  { request, order, amount, paid }: Refundable & { request: RefundRequest; order: Order },
): Promise<Refund> => {
  const { now, rule, learned } = request;
  const atOnce = approvesAtOnce(rule, {
    paidAt: paid.at,
    now,
    ...(learned && { learnedPercent: learned.percent }),
  });
  const refund = asked(order, { request, amount, paid: paid.amount });
  const reserved = add(order.reserved, amount);
  await ordersIn(tx).amend(order, {
    set: { reserved },
    append: { refundRequests: [request.requestId] },
    unset: ['shareableUntil'],
  });
  if (!atOnce) {
    await refundsIn(tx).insert(refund);
    return refund;
  }
  const split = splitFor(order, amount);
  const approved = { ...refund, ...APPROVED, split, checkAt: now };
  const line = {
    at: now,
    event: 'approve',
    from: 'requested',
    to: 'approved',
    by: 'rule',
  } as const;
  const stored: Refund = { ...approved, history: [...refund.history, line] };
  await refundsIn(tx).insert(stored);
  await bookApproval(tx, { ids, order, now }, { refundId: refund._id, amount, split });
  return stored;
};

const APPROVED = { status: 'approved', seq: 1, todo: [] } as const;

const asked = (
  order: Order,
  { request, amount, paid }: { request: RefundRequest; amount: Fen; paid: Fen },
): Refund => ({
  _id: refundNumber(order._id, order.refundRequests.length + 1),
  orderId: order._id,
  userId: order.userId,
  teacherId: order.teacherId,
  openid: order.openid,
  buyer: order.buyer,
  itemId: order.item.id,
  title: order.item.title,
  requestId: request.requestId,
  origin: 'request',
  amount,
  paid,
  reason: request.reason,
  status: 'requested',
  seq: 0,
  history: [{ at: request.now, event: 'ask', from: '', to: 'requested', by: 'learner' }],
  learned: request.learned ?? { percent: 0, lessons: 0 },
  askedAt: request.now,
  tries: 0,
  todo: ['tellTeacherAsked'],
  todoAt: request.now,
});
