import type { User } from '../accounts/user';
import type { JournalEntry } from '../journal/journal';
import type { Order } from '../orders/order';
import type { SeatPool } from '../orders/seats';
import type { Refund } from '../refunds/refund';
import { auditSeats } from './course';
import type { Moment, Violation } from './check';
import { auditOrder } from './order';
import type { OpenDifference, OrderCase, ProviderTruth } from './order/orderCase';
import { auditUser } from './user';

/** Every document about money, as lists: a whole small shop in memory. */
export type MoneyDocuments = {
  readonly orders: readonly Order[];
  readonly refunds: readonly Refund[];
  readonly journal: readonly JournalEntry[];
  readonly users: readonly Pick<User, '_id' | 'rights'>[];
  readonly seatPools: readonly SeatPool[];
  readonly differences?: readonly (OpenDifference & {
    readonly orderId?: string;
    readonly status: 'open' | 'resolved';
  })[];
  /** What the providers have in their own books, by order. */
  readonly providers?: Readonly<Record<string, ProviderTruth>>;
};

/** The case file of one order; undefined when there is no such order. */
export const orderCaseIn = (documents: MoneyDocuments, orderId: string): OrderCase | undefined => {
  const order = documents.orders.find(({ _id }) => _id === orderId);
  if (!order) return undefined;
  const ofOrder = (each: { readonly orderId?: string }) => each.orderId === orderId;
  const holder = documents.users.find(({ _id }) => _id === order.userId);
  const provider = documents.providers?.[orderId];
  return {
    order,
    refunds: documents.refunds.filter(ofOrder),
    entries: documents.journal.filter(ofOrder),
    ...(holder && { holder }),
    ...(documents.differences && {
      differences: documents.differences.filter((each) => ofOrder(each) && each.status === 'open'),
    }),
    ...(provider && { provider }),
  };
};

/** Every violation in a whole small shop. */
export const auditAll = (documents: MoneyDocuments, moment: Moment): Violation[] => [
  ...documents.orders.flatMap(({ _id }) => {
    const file = orderCaseIn(documents, _id);
    return file ? auditOrder(file, moment) : [];
  }),
  ...documents.users.flatMap((user) => auditUser({ user, orders: documents.orders }, moment)),
  ...documents.seatPools.flatMap((pool) =>
    auditSeats(
      { pool, orders: documents.orders.filter(({ item }) => item.id === pool._id) },
      moment,
    ),
  ),
];
