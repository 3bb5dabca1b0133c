import { teacherAccount, type TeacherBucket } from '../../shared/ledger/accounts';
import { teacherShareOf } from '../../shared/ledger/sold';
import { ZERO } from '../../shared/money';
import type { MovementRow, SaleRow } from '../../shared/payouts/contract';
import { entryName } from '../books/names';
import { above, oneOf, type Database } from '../database';
import type { JournalEntry } from '../journal/journal';
import type { Order } from '../orders/order';
import { soldBy } from '../orders/settlePaid';
import type { Listing } from '../paging';

/** Everything that moved a teacher's money, newest first. */
export const movementsOf = (teacherId: string): Listing => ({
  collection: 'journal',
  where: { teacherId },
  sortBy: 'at',
  size: 30,
});

/** A teacher's paid sales, newest order first. */
export const salesOf = (teacherId: string): Listing => ({
  collection: 'orders',
  where: { teacherId, 'paid.amount': above(0) },
  sortBy: 'createdAt',
  size: 30,
});

/** The titles of the orders that entries are about, by order id. */
export const titlesOf = async (
  db: Database,
  entries: readonly JournalEntry[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = [...new Set(entries.flatMap(({ orderId }) => (orderId ? [orderId] : [])))];
  if (ids.length === 0) return new Map();
  const where = { _id: oneOf(ids) };
  const orders = await db
    .collection<Order>('orders')
    .find(where, { limit: ids.length, fields: ['item'] });
  return new Map(orders.map(({ _id, item }) => [_id, item.title]));
};

/** An entry as it changed a teacher's balances: what is theirs counts up, what they owe counts up too. */
export const movementRow = (
  { _id, at, kind, orderId, payoutId, lines }: JournalEntry,
  { teacherId, title }: { teacherId: string; title: string | undefined },
): MovementRow => {
  const moved = (bucket: TeacherBucket) =>
    lines
      .filter(({ account }) => account === teacherAccount(teacherId, bucket))
      .reduce((sum, line) => sum + line.fen, 0);
  return {
    entryId: _id,
    at,
    name: entryName(kind),
    ...(orderId !== undefined && { orderId }),
    ...(payoutId !== undefined && { payoutId }),
    ...(title !== undefined && { title }),
    pending: 0 - moved('pending'),
    available: 0 - moved('available'),
    receivable: moved('receivable'),
  };
};

/** A sale as its teacher sees it: what was paid, their share, what refunds took back, and when it is theirs. */
export const saleRow = (order: Order): SaleRow => ({
  orderId: order._id,
  title: order.item.title,
  buyer: order.buyer,
  paidAt: order.paid?.at ?? order.createdAt,
  paid: order.paid?.amount ?? ZERO,
  share: teacherShareOf(soldBy(order)),
  returned: order.returned.teacher,
  ...(order.maturesAt !== undefined && { maturesAt: order.maturesAt }),
  ...(order.matured && { maturedAt: order.matured.at }),
});
