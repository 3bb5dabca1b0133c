import type { EntryRow, OrderFile } from '../../shared/books/contract';
import { many, type Database } from '../database';
import { differencesOfOrder } from '../differences/differences';
import type { JournalEntry } from '../journal/journal';
import type { Order } from '../orders/order';
import { orderBy } from '../orders/orders';
import type { Proposal } from '../proposals/proposal';
import { proposalsOfOrder } from '../proposals/proposals';
import { deciderOf } from '../refunds/decider';
import type { Refund } from '../refunds/refund';
import { divisionRow, teachersIn } from './divisions';
import { differenceRow, entryRow, proposalRow, refundRow } from './rows';

/** More than one order ever has. */
const MANY = 1000;

/**
 * Everything about the money of one order, in one round trip, or two where a membership was divided among teachers;
 * undefined when there is no such order.
 */
export const orderFile = async (
  db: Database,
  orderId: string,
  reader: Parameters<typeof proposalRow>[0],
): Promise<OrderFile | undefined> => {
  const found = await db.together({
    order: orderBy(orderId),
    refunds: many<Refund>('refunds', { orderId }, { orderBy: [['askedAt', 'asc']], limit: MANY }),
    entries: many<JournalEntry>('journal', { orderId }, { orderBy: [['at', 'asc']], limit: MANY }),
    differences: differencesOfOrder(orderId),
    proposals: proposalsOfOrder(orderId),
  });
  const { order, refunds, entries, differences, proposals } = found;
  if (!order) return undefined;
  const teachers = await teachersIn(db, entries);
  return {
    view: 'order',
    order: orderOf(order),
    refunds: refunds.map(refundRow),
    entries: entries.map((entry) => fileEntry(entry, teachers)),
    differences: differences.map(differenceRow),
    proposals: proposals.map((proposal: Proposal) => proposalRow(reader)(proposal)),
  };
};

const fileEntry = (entry: JournalEntry, teachers: ReadonlyMap<string, string>): EntryRow => {
  const division = divisionRow(entry, teachers);
  return { ...entryRow(entry), ...(division && { division }) };
};

const orderOf = (order: Order): OrderFile['order'] => {
  const { status, buyer, userId, teacherId, listPrice, payable, refunded, reserved } = order;
  const { item, returned, teacherShare, discounts = [], payTo, paid, createdAt, history } = order;
  return {
    orderId: order._id,
    ...{ status, buyer, userId, teacherId, listPrice, payable, refunded, reserved },
    ...{ teacherShare, createdAt, refundBy: deciderOf(order) },
    item: { kind: item.kind, id: item.id, title: item.title },
    returned: { amount: returned.amount, teacher: returned.teacher, affiliate: returned.affiliate },
    ...(order.affiliate && { affiliate: order.affiliate }),
    discounts: discounts.map(({ kind, label, amount }) => ({ kind, label, amount })),
    ...(payTo && { provider: payTo.provider }),
    ...(paid && {
      paid: {
        transactionId: paid.transactionId,
        amount: paid.amount,
        at: paid.at,
        heardFrom: paid.heardFrom,
      },
    }),
    history: history.map(({ at, event, to, by }) => ({ at, event, to, by })),
  };
};
