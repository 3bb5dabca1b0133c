import { refundApprovedLines, refundFailedLines } from '../../shared/ledger/postings';
import { splitOf, type Returned, type Split } from '../../shared/ledger/sold';
import { add, subtract, type Fen } from '../../shared/money';
import { setGrant } from '../access/grants';
import type { Transaction } from '../database';
import { creditEarners, debitEarners } from '../earnings/moving';
import { post } from '../journal/journal';
import type { Order } from '../orders/order';
import { ordersIn } from '../orders/orders';
import { soldBy } from '../orders/settlePaid';
import type { Ids } from '../ports';

type Approved = { readonly refundId: string; readonly amount: Fen; readonly split: Split };
type Booking = { readonly ids: Ids; readonly order: Order; readonly now: number };

/** Who bears a refund of an order, after all that was approved before it. */
export const splitFor = (order: Order, amount: Fen): Split =>
  splitOf(soldBy(order), { amount, before: order.returned });

/** What approved refunds of an order take back, with one more. */
export const returnedWith = (
  { returned }: Order,
  { amount, split }: Omit<Approved, 'refundId'>,
): Returned => ({
  amount: add(returned.amount, amount),
  teacher: add(returned.teacher, split.teacher),
  affiliate: add(returned.affiliate, split.affiliate),
  promotion: add(returned.promotion, split.promotion),
  pool: add(returned.pool, split.pool),
});

const returnedWithout = (
  { returned }: Order,
  { amount, split }: Omit<Approved, 'refundId'>,
): Returned => ({
  amount: subtract(returned.amount, amount),
  teacher: subtract(returned.teacher, split.teacher),
  affiliate: subtract(returned.affiliate, split.affiliate),
  promotion: subtract(returned.promotion, split.promotion),
  pool: subtract(returned.pool, split.pool),
});

/** Whether approved refunds take the whole price back, so that the item closes. */
const isWhole = (order: Order, { amount }: Returned): boolean => amount === order.paid?.amount;

/** All that an approval changes beside the refund itself, in the transaction that read the order. */
export const bookApproval = async (
  tx: Transaction,
  { ids, order, now }: Booking,
  approved: Approved,
): Promise<void> => {
  const { refundId, split } = approved;
  const returned = returnedWith(order, approved);
  await ordersIn(tx).amend(order, { set: { returned } });
  if (isWhole(order, returned)) await setGrant(tx, order, 'suspended');
  const earners = await debitEarners(tx, order, split);
  await post(tx, ids, {
    kind: 'refundApproved',
    orderId: order._id,
    refundId,
    at: now,
    lines: refundApprovedLines({ split, earners }),
  });
};

/** Undoes an approval whose refund came to nothing: the money is the shop's and its earners' again, the item the buyer's. */
export const undoApproval = async (
  tx: Transaction,
  { ids, order, now }: Booking,
  approved: Approved,
): Promise<void> => {
  const { refundId, amount, split } = approved;
  await ordersIn(tx).amend(order, {
    set: {
      reserved: subtract(order.reserved, amount),
      returned: returnedWithout(order, approved),
    },
  });
  if (isWhole(order, order.returned)) await setGrant(tx, order, 'granted');
  const earners = await creditEarners(tx, order, split);
  await post(tx, ids, {
    kind: 'refundFailed',
    orderId: order._id,
    refundId,
    at: now,
    lines: refundFailedLines({ split, earners }),
  });
};
