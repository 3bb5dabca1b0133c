import { refundApprovedLines, splitOf, type Split } from '../../shared/ledger/postings';
import { add, subtract, type Fen } from '../../shared/money';
import { setGrant } from '../access/grants';
import type { Transaction } from '../database';
import { post } from '../journal/journal';
import type { Order } from '../orders/order';
import { ordersIn } from '../orders/orders';
import { soldBy } from '../orders/settlePaid';
import type { Ids } from '../ports';

type Approved = { readonly refundId: string; readonly amount: Fen; readonly split: Split };

/** Who bears a refund of an order, after all that was approved before it. */
export const splitFor = (order: Order, amount: Fen): Split =>
  splitOf(soldBy(order), { amount, before: order.returned });

/** Whether approved refunds take the whole price back, so that the item closes. */
const isWhole = (order: Order, returned: Fen): boolean => returned === order.paid?.amount;

/** All that an approval changes beside the refund itself, in the transaction that read the order. */
export const bookApproval = async (
  tx: Transaction,
  { ids, order, now }: { readonly ids: Ids; readonly order: Order; readonly now: number },
  { refundId, amount, split }: Approved,
): Promise<void> => {
  const returned = {
    amount: add(order.returned.amount, amount),
    teacher: add(order.returned.teacher, split.teacher),
  };
  await ordersIn(tx).amend(order, { set: { returned } });
  if (isWhole(order, returned.amount)) await setGrant(tx, order, 'suspended');
  await post(tx, ids, {
    kind: 'refundApproved',
    orderId: order._id,
    refundId,
    at: now,
    lines: refundApprovedLines(soldBy(order), split),
  });
};

/** What is left of an order's sums when an approved refund came to nothing, and whether its item opens again. */
export const withoutRefund = (order: Order, { amount, split }: Omit<Approved, 'refundId'>) => ({
  reserved: subtract(order.reserved, amount),
  returned: {
    amount: subtract(order.returned.amount, amount),
    teacher: subtract(order.returned.teacher, split.teacher),
  },
  reopens: isWhole(order, order.returned.amount),
});
