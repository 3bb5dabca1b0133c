import { earnerAccount, type EarnerBucket } from '../../shared/ledger/accounts';
import { commissionOf, teacherShareOf } from '../../shared/ledger/sold';
import { ZERO } from '../../shared/money';
import type { CommissionRow, MovementRow, SaleRow } from '../../shared/payouts/contract';
import { entryName } from '../books/names';
import { above, oneOf, type Database } from '../database';
import type { JournalEntry } from '../journal/journal';
import type { Order } from '../orders/order';
import { soldBy } from '../orders/settlePaid';
import type { Listing } from '../paging';

/** Everything that moved somebody's earnings, newest first. */
export const movementsOf = (earnerId: string): Listing => ({
  collection: 'journal',
  where: { earnerIds: earnerId },
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

/** The paid sales that somebody brought a buyer to, newest order first. */
export const commissionsOf = (userId: string): Listing => ({
  collection: 'orders',
  where: { 'affiliate.userId': userId, 'paid.amount': above(0) },
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

/** An entry as it changed somebody's balances: what is theirs counts up, what they owe counts up too. */
export const movementRow = (
  { _id, at, kind, orderId, payoutId, lines }: JournalEntry,
  { earnerId, title }: { earnerId: string; title: string | undefined },
): MovementRow => {
  const moved = (bucket: EarnerBucket) =>
    lines
      .filter(({ account }) => account === earnerAccount(earnerId, bucket))
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
  ...earnedRow(order),
  buyer: order.buyer,
  share: teacherShareOf(soldBy(order)),
  returned: order.returned.teacher,
});

/** A sale as whoever brought the buyer sees it; who that is stays with the shop. */
export const commissionRow = (order: Order): CommissionRow => ({
  ...earnedRow(order),
  share: commissionOf(soldBy(order)),
  returned: order.returned.affiliate,
});

const earnedRow = ({ _id, item, paid, createdAt, maturesAt, matured }: Order) => ({
  orderId: _id,
  title: item.title,
  paidAt: paid?.at ?? createdAt,
  paid: paid?.amount ?? ZERO,
  ...(maturesAt !== undefined && { maturesAt }),
  ...(matured && { maturedAt: matured.at }),
});
