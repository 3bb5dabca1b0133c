import { refundSucceededLines } from '../../shared/ledger/postings';
import { add, formatYuan } from '../../shared/money';
import { refundMachine, type RefundEvent } from '../../shared/refunds/machine';
import { setGrant } from '../access/grants';
import type { Transaction } from '../database';
import { post } from '../journal/journal';
import type { By, Order } from '../orders/order';
import { ordersIn } from '../orders/orders';
import { soldBy } from '../orders/settlePaid';
import { holdsTodo } from '../orders/todo';
import type { RefundEvidence } from '../payments';
import type { Ports } from '../ports';
import { undoApproval } from './approving';
import { clearAbnormal, doubtRefund, openAbnormal } from './doubt';
import { applyExternalRefund } from './externalRefund';
import { owedByApple } from './owedByApple';
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
  readonly evidence: RefundEvidence;
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
  if (refund) return applyOwnRefund({ ...call, evidence, refund, order });
  const owed = await owedByApple(call.tx, { order, evidence });
  if (!owed) return applyExternalRefund({ ...call, order, evidence });
  return owed.heardAs === evidence.refundId
    ? 'known'
    : applyOwnRefund({ ...call, evidence, refund: owed, order });
};

const applyOwnRefund = async (refundCase: RefundCase): Promise<RefundOutcome> => {
  const { tx, ports, refund, evidence, now } = refundCase;
  const doubt = doubtOf(refundCase);
  if (doubt) return doubtRefund(tx, ports.ids, { ...doubt, evidence, now });
  if (!refundMachine.next(refund.status, EVENTS[evidence.outcome])) return 'known';
  await clearAbnormal(tx, ports.ids, { refund, now });
  await OUTCOMES[evidence.outcome](refundCase);
  return 'changed';
};

const EVENTS: Record<RefundEvidence['outcome'], RefundEvent> = {
  succeeded: 'succeed',
  processing: 'accept',
  abnormal: 'turnAbnormal',
  closed: 'fail',
};

/** Why what was heard cannot be believed beside what we know; old news is no contradiction, money both ways is. */
const doubtOf = ({ refund, order, evidence }: RefundCase) => {
  if (refund.orderId !== order._id) {
    return { kind: 'contradiction', against: `它属于订单 ${refund.orderId}` } as const;
  }
  if (refund.amount !== evidence.amount) {
    const ours = formatYuan(refund.amount);
    return { kind: 'amountDiffers', against: `本店申请退的是 ¥${ours}` } as const;
  }
  return contradicts(refund, evidence)
    ? ({ kind: 'contradiction', against: `本店记录为${STATUS_WORDS[refund.status]}` } as const)
    : undefined;
};

const STATUS_WORDS: Partial<Record<Refund['status'], string>> = {
  requested: '尚未批准',
  rejected: '未获批准',
  failed: '已失败',
  succeeded: '已到账',
};

const contradicts = ({ status }: Refund, { outcome }: RefundEvidence): boolean =>
  (status === 'succeeded' && outcome === 'closed') ||
  (outcome === 'succeeded' && ['requested', 'rejected', 'failed'].includes(status));

const HOUR_MS = 60 * 60_000;

/** The money is with the buyer. */
const succeed = async (refundCase: RefundCase): Promise<void> => {
  const { tx, ports, refund, order, evidence, now, by } = refundCase;
  const heardAs = evidence.refundId === refund._id ? {} : { heardAs: evidence.refundId };
  const refunded = add(order.refunded, refund.amount);
  const whole = refunded === order.paid?.amount;
  await refundsIn(tx).apply(refund, {
    event: 'succeed',
    at: now,
    by,
    changes: {
      set: { todoAt: now, ...heardAs },
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
      ...(whole && { append: { todo: ['countLearners', ...holdsTodo(order)] } }),
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

const turnAbnormal = async (refundCase: RefundCase): Promise<void> => {
  await step('turnAbnormal', 24 * HOUR_MS)(refundCase);
  await openAbnormal(refundCase.tx, refundCase.ports.ids, refundCase);
};

const OUTCOMES: Record<RefundEvidence['outcome'], (refundCase: RefundCase) => Promise<void>> = {
  succeeded: succeed,
  processing: step('accept', 60_000),
  abnormal: turnAbnormal,
  closed: fail,
};
