import { refundSucceededLines } from '../../shared/ledger/postings';
import { add } from '../../shared/money';
import { refundMachine, type RefundEvent } from '../../shared/refunds/machine';
import { setGrant } from '../access/grants';
import type { Transaction } from '../database';
import { post } from '../journal/journal';
import type { By, Order } from '../orders/order';
import { ordersIn } from '../orders/orders';
import { soldBy } from '../orders/settlePaid';
import { seatTodo } from '../orders/todo';
import type { RefundEvidence } from '../payments';
import type { Ports } from '../ports';
import { undoApproval } from './approving';
import { applyExternalRefund } from './externalRefund';
import type { Refund } from './refund';
import { refundsIn } from './refunds';
import { sendBackRefund } from './sendBackRefund';

/** What became of what was heard: `review` contradicts what we know, and only a person can tell. */
export type RefundOutcome = 'changed' | 'known' | 'review' | 'unknownOrder';

type Door = Pick<Ports, 'db' | 'ids' | 'log'>;
type Call = { readonly now: number; readonly by: By };

/** What was heard of a refund of ours, inside the transaction that read both. */
export type RefundCase = Call & {
  readonly tx: Transaction;
  readonly ports: Pick<Ports, 'ids'>;
  readonly refund: Refund;
  readonly order: Order;
};

/**
 * The one door for all that is heard of refunds. Moves the refund, the order, the right to the item and the journal
 * together, or none of them. Safe to repeat, in any order.
 */
export const applyRefund = async (
  ports: Door,
  evidence: RefundEvidence,
  call: Call,
): Promise<RefundOutcome> => {
  const outcome = await ports.db.transaction((tx) => decide({ tx, ports, evidence, ...call }));
  if (outcome === 'review' || evidence.outcome === 'abnormal') {
    ports.log({ level: 'error', event: 'refund needs a person', ...evidence });
  }
  return outcome;
};

const decide = async ({
  evidence,
  ...call
}: Call & { tx: Transaction; ports: Door; evidence: RefundEvidence }): Promise<RefundOutcome> => {
  const order = await ordersIn(call.tx).get(evidence.orderId);
  if (!order?.paid) return 'unknownOrder';
  const refund = await refundsIn(call.tx).get(evidence.refundId);
  if (!refund) return applyExternalRefund({ ...call, order, evidence });
  if (refund.orderId !== order._id || refund.amount !== evidence.amount) return 'review';

  const event = EVENTS[evidence.outcome];
  if (refundMachine.next(refund.status, event)) {
    await OUTCOMES[evidence.outcome]({ ...call, refund, order });
    return 'changed';
  }
  return contradicts(refund, evidence) ? 'review' : 'known';
};

const EVENTS: Record<RefundEvidence['outcome'], RefundEvent> = {
  succeeded: 'succeed',
  processing: 'accept',
  abnormal: 'turnAbnormal',
  closed: 'fail',
};

/** Old news is no contradiction; money that went both ways is. */
const contradicts = ({ status }: Refund, { outcome }: RefundEvidence): boolean =>
  (status === 'succeeded' && outcome === 'closed') ||
  (outcome === 'succeeded' && ['requested', 'rejected', 'failed'].includes(status));

const HOUR_MS = 60 * 60_000;

/** The money is with the buyer. */
const succeed = async ({ tx, ports, refund, order, now, by }: RefundCase): Promise<void> => {
  const refunded = add(order.refunded, refund.amount);
  const whole = refunded === order.paid?.amount;
  await refundsIn(tx).apply(refund, {
    event: 'succeed',
    at: now,
    by,
    changes: {
      set: { todoAt: now },
      append: { todo: ['recordRefunded', 'tellBuyerRefunded'] },
      unset: ['checkAt'],
    },
  });
  await ordersIn(tx).apply(order, {
    event: whole ? 'refundAll' : 'refundPart',
    at: now,
    by,
    changes: {
      set: { refunded, ...(whole && { todoAt: now }) },
      ...(whole && { append: { todo: ['countLearners', ...seatTodo(order)] } }),
    },
  });
  if (whole && refund.origin === 'request') await setGrant(tx, order, 'revoked');
  const { provider } = soldBy(order);
  await post(tx, ports.ids, {
    kind: 'refundSucceeded',
    orderId: order._id,
    refundId: refund._id,
    at: now,
    lines: refundSucceededLines(provider, refund.amount),
  });
};

/** The provider gave up for good: the money is ours again, and so is the item the buyer's. */
const failRequested = async ({ tx, ports, refund, order, now }: RefundCase): Promise<void> => {
  const { _id: refundId, amount, split } = refund;
  if (!split) throw new Error(`refund ${refundId} was sent before it was approved`);
  await undoApproval(tx, { ids: ports.ids, order, now }, { refundId, amount, split });
};

/** Money that opened nothing is owed still: another refund under a new number follows. */
const failSendBack = async ({ tx, order, now }: RefundCase): Promise<void> => {
  if (!order.paid) return;
  await sendBackRefund(tx, { ...order, paid: order.paid }, { now, dueAt: now + HOUR_MS });
  await ordersIn(tx).amend(order, { append: { refundRequests: ['sendBack'] } });
};

const fail = async (refundCase: RefundCase): Promise<void> => {
  const { tx, refund, now, by } = refundCase;
  const todo = refund.origin === 'request' ? ['tellBuyerFailed'] : [];
  await refundsIn(tx).apply(refund, {
    event: 'fail',
    at: now,
    by,
    changes: { set: { todoAt: now }, append: { todo }, unset: ['checkAt'] },
  });
  await (refund.origin === 'request' ? failRequested(refundCase) : failSendBack(refundCase));
};

const step =
  (event: 'accept' | 'turnAbnormal', nextLook: number) =>
  async ({ tx, refund, now, by }: RefundCase): Promise<void> => {
    const changes = { set: { checkAt: now + nextLook } };
    await refundsIn(tx).apply(refund, { event, at: now, by, changes });
  };

const OUTCOMES: Record<RefundEvidence['outcome'], (refundCase: RefundCase) => Promise<void>> = {
  succeeded: succeed,
  processing: step('accept', 60_000),
  abnormal: step('turnAbnormal', 24 * HOUR_MS),
  closed: fail,
};
