import { externalRefundLines } from '../../shared/ledger/postings';
import type { Split } from '../../shared/ledger/sold';
import { add, fen, ZERO, type Fen } from '../../shared/money';
import { PAID_STATUSES } from '../../shared/orders/machine';
import { setGrant } from '../access/grants';
import type { Transaction } from '../database';
import { debitEarners } from '../earnings/moving';
import { post } from '../journal/journal';
import type { By, Order } from '../orders/order';
import { ordersIn } from '../orders/orders';
import { soldBy } from '../orders/settlePaid';
import { holdsTodo } from '../orders/todo';
import type { RefundEvidence } from '../payments';
import type { Ports } from '../ports';
import type { RefundOutcome } from './applyRefund';
import { returnedWith, splitFor } from './approving';
import { doubtRefund } from './doubt';
import type { Refund } from './refund';
import { refundsIn } from './refunds';

type External = {
  readonly tx: Transaction;
  readonly ports: Pick<Ports, 'ids'>;
  readonly order: Order;
  readonly evidence: RefundEvidence;
  readonly now: number;
  readonly by: By;
};

/** A refund that somebody began at the provider, such as in the merchant console or at Apple: it is a fact, so it is booked. */
export const applyExternalRefund = async (external: External): Promise<RefundOutcome> => {
  const { tx, ports, order, evidence, now } = external;
  if (evidence.outcome !== 'succeeded') return 'known';
  const _id = ports.ids.derived('rfx', evidence.provider, evidence.refundId);
  if (await refundsIn(tx).get(_id)) return 'known';
  const amount = fen(evidence.amount);
  const fits = order.paid && add(order.reserved, amount) <= order.paid.amount;
  if (!fits || !PAID_STATUSES.some((status) => status === order.status)) {
    const against = fits ? '订单此时不应有退款' : '连同此前的退款超过了实付金额';
    return doubtRefund(tx, ports.ids, { kind: 'contradiction', evidence, against, now });
  }

  const split = splitFor(order, amount);
  const requestId = `external:${evidence.refundId}`;
  await refundsIn(tx).insert({ ...recordOf(order, { amount, now }), _id, requestId, split });
  await changeOrder(external, { amount, requestId, split });
  const earners = await debitEarners(tx, order, split);
  await post(tx, ports.ids, {
    kind: 'externalRefund',
    orderId: order._id,
    refundId: _id,
    at: now,
    lines: externalRefundLines(soldBy(order).provider, { split, earners }),
  });
  return 'changed';
};

const changeOrder = async (
  { tx, order, now, by }: External,
  { amount, requestId, split }: { amount: Fen; requestId: string; split: Split },
): Promise<void> => {
  const refunded = add(order.refunded, amount);
  const returned = returnedWith(order, { amount, split });
  const whole = refunded === order.paid?.amount;
  await ordersIn(tx).apply(order, {
    event: whole ? 'refundAll' : 'refundPart',
    at: now,
    by,
    changes: {
      set: {
        refunded,
        reserved: add(order.reserved, amount),
        returned,
        todoAt: now,
      },
      append: {
        refundRequests: [requestId],
        todo: whole ? ['countLearners', ...holdsTodo(order)] : [],
      },
      unset: ['shareableUntil'],
    },
  });
  // The rest may be on its way by a refund of ours: then the item is closed until that is decided.
  if (whole) await setGrant(tx, order, 'revoked');
  else if (returned.amount === order.paid?.amount) await setGrant(tx, order, 'suspended');
};

const recordOf = (
  order: Order,
  { amount, now }: { amount: Fen; now: number },
): Omit<Refund, '_id' | 'requestId'> => ({
  orderId: order._id,
  userId: order.userId,
  teacherId: order.teacherId,
  openid: order.openid,
  buyer: order.buyer,
  itemId: order.item.id,
  title: order.item.title,
  origin: 'external',
  amount,
  paid: order.paid?.amount ?? ZERO,
  reason: '在支付平台直接退款',
  status: 'succeeded',
  seq: 0,
  history: [{ at: now, event: 'ask', from: '', to: 'succeeded', by: 'wechat' }],
  learned: { percent: 0, lessons: 0 },
  askedAt: now,
  tries: 0,
  todo: ['recordRefunded', 'tellBuyerRefunded'],
  todoAt: now,
});
