import { subtract } from '../../shared/money';
import type { RefundRule } from '../../shared/refunds/rule';
import { fail, ok, type Result } from '../../shared/result';
import type { User } from '../accounts/user';
import type { Transaction } from '../database';
import type { By, Order } from '../orders/order';
import { ordersIn } from '../orders/orders';
import type { Ports } from '../ports';
import { bookApproval, splitFor } from './approving';
import type { Opinion, Refund } from './refund';
import { refundsIn, refundsOf } from './refunds';

/** Someone's word on a refund that waits. */
export type Decision = {
  readonly decision: Opinion['decision'];
  readonly note: string;
  readonly by: Extract<By, 'teacher' | 'admin'>;
  readonly now: number;
};

type Refusal = 'REFUND_ALREADY_DECIDED';

/** Whether someone may decide, rather than give an opinion: admins always, teachers up to the rule's limit. */
export const mayDecide = (
  { role, _id }: Pick<User, 'role' | '_id'>,
  refund: Refund,
  { teacherLimit }: RefundRule,
): boolean =>
  refund.status === 'requested' &&
  refund.userId !== _id &&
  (role === 'admin' || (refund.teacherId === _id && refund.amount <= teacherLimit));

/** Approves or rejects a refund that waits, with all that follows, in one transaction. */
export const decideRefund = (
  ports: Pick<Ports, 'db' | 'ids'>,
  refundId: string,
  decision: Decision,
): Promise<Result<Refund, Refusal>> =>
  ports.db.transaction(async (tx) => {
    const refund = await refundsIn(tx).get(refundId);
    const order = refund && (await ordersIn(tx).get(refund.orderId));
    if (!refund || !order) throw new Error(`refund ${refundId} or its order has vanished`);
    if (refund.status !== 'requested') return fail('REFUND_ALREADY_DECIDED');
    const decide = decision.decision === 'approve' ? approve : reject;
    return ok(await decide({ tx, ports, refund, order }, decision));
  });

type Waiting = {
  readonly tx: Transaction;
  readonly ports: Pick<Ports, 'ids'>;
  readonly refund: Refund;
  readonly order: Order;
};

const approve = async (
  { tx, ports: { ids }, refund, order }: Waiting,
  { note, by, now }: Decision,
): Promise<Refund> => {
  const split = splitFor(order, refund.amount);
  await refundsIn(tx).apply(refund, {
    event: 'approve',
    at: now,
    by,
    changes: { set: { split, checkAt: now, ...(note && { note }) } },
  });
  const { _id: refundId, amount } = refund;
  await bookApproval(tx, { ids, order, now }, { refundId, amount, split });
  return { ...refund, split, status: 'approved', seq: refund.seq + 1, checkAt: now };
};

const reject = async (
  { tx, refund, order }: Waiting,
  { note, by, now }: Decision,
): Promise<Refund> => {
  await refundsIn(tx).apply(refund, {
    event: 'reject',
    at: now,
    by,
    changes: {
      set: { todoAt: now, ...(note && { note }) },
      append: { todo: ['tellBuyerRejected'] },
    },
  });
  await ordersIn(tx).amend(order, { set: { reserved: subtract(order.reserved, refund.amount) } });
  return { ...refund, status: 'rejected', seq: refund.seq + 1 };
};

/** Keeps a teacher's opinion on a refund that an admin is to decide. */
export const giveOpinion = (
  { db }: Pick<Ports, 'db'>,
  refund: Refund,
  opinion: Opinion,
): Promise<boolean> => refundsOf(db).amend(refund, { set: { opinion } });
