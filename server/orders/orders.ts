import { orderMachine, type OrderEvent, type OrderStatus } from '../../shared/orders/machine';
import {
  above,
  atMost,
  many,
  one,
  oneOf,
  type Changes,
  type Database,
  type Read,
  type Transaction,
} from '../database';
import type { Listing } from '../paging';
import { stepChanges, type Step as StepOf } from '../step';
import type { Order } from './order';

const ORDERS = 'orders';

/** One step of an order, with all that changes together with its status. */
export type Step = StepOf<OrderEvent>;

/** What the phone needs to pay an order, as the order keeps it. */
export type Prepared = Required<Pick<Order, 'prepay'>> & Pick<Order, 'platform'>;

const changesOf = (order: Order, step: Step): Changes =>
  stepChanges(orderMachine, order.status, step);

/** Every order, and the only way to change one. */
export const ordersOf = (db: Database) => {
  const orders = db.collection<Order>(ORDERS);
  return {
    get: (id: string) => orders.get(id),

    /** Adds an order unless its id or its open key is taken; takes order and lock in one write. */
    insertOnce: (order: Order) => orders.insertOnce(order),

    /** The order that holds an open key. */
    holding: async (openKey: string) => (await orders.find({ openKey }, { limit: 1 }))[0],

    /** Moves an order if it is still as read; false when somebody else was faster. */
    apply: (order: Order, step: Step) =>
      orders.updateIf({ _id: order._id, seq: order.seq }, changesOf(order, step)),

    /** Keeps what the phone needs to pay, as long as the order can still be paid. */
    keepPrepay: ({ _id }: Order, prepared: Prepared) =>
      orders.updateIf({ _id, status: 'pending' }, { set: prepared }),

    /** Leaves something to be done for an order that nothing else is to be looked at for. */
    leaveTodo: ({ _id }: Order, task: string, now: number) =>
      orders.updateIf({ _id }, { append: { todo: [task] }, set: { todoAt: now } }),

    /** Orders whose time to be looked at has come, longest waiting first. */
    due: (now: number, limit: number) =>
      orders.find({ checkAt: atMost(now) }, { orderBy: [['checkAt', 'asc']], limit }),

    /** Sets the next look, if nobody else has; also how a timer takes an order for itself. */
    lookAgain: (order: Order, checkAt: number | undefined) =>
      orders.updateIf(
        { _id: order._id, seq: order.seq, ...(order.checkAt && { checkAt: order.checkAt }) },
        checkAt === undefined ? { unset: ['checkAt'] } : { set: { checkAt } },
      ),

    /** Notes that the bill of a day had the payments of these orders. */
    markBilled: (orderIds: readonly string[], date: string) =>
      orders.updateAll({ _id: oneOf(orderIds) }, { set: { billedOn: date } }),

    /** How many people hold a course that they bought or were given. */
    countLearners: (courseId: string, statuses: readonly OrderStatus[]) =>
      orders.count({ 'item.id': courseId, status: oneOf(statuses), revoked: null }),
  };
};

/** The same, inside a transaction: what is read there is what is changed. */
export const ordersIn = (tx: Transaction) => ({
  get: (id: string) => tx.get<Order>(ORDERS, id),
  insert: (order: Order) => tx.insert(ORDERS, order),
  apply: (order: Order, step: Step) => tx.update(ORDERS, order._id, changesOf(order, step)),
  /** Changes what is no status, such as sums. */
  amend: (order: Order, changes: Changes) => tx.update(ORDERS, order._id, changes),
});

/** The read of one order, for what is fetched together with the caller. */
export const orderBy = (orderId: string): Read<Order, false> =>
  one<Order>(ORDERS, { _id: orderId });

/** The read of the order that a request of this phone made before. */
export const orderOfRequest = (openid: string, requestId: string): Read<Order, false> =>
  one<Order>(ORDERS, { openid, requestId });

/** The read of a phone's orders since a moment, newest first; only their times. */
export const ordersSince = (openid: string, since: number, limit: number): Read<Order, true> =>
  many<Order>(
    ORDERS,
    { openid, createdAt: above(since) },
    { orderBy: [['createdAt', 'desc']], limit, fields: ['createdAt'] },
  );

/** The read of the order that holds an open key. */
export const holderOf = (openKey: string): Read<Order, false> => one<Order>(ORDERS, { openKey });

/** Orders by the moment they were paid, in pages, oldest first; only what bills are compared with. */
export const ordersPaidTo = (provider: string): Listing => ({
  collection: ORDERS,
  where: { 'payTo.provider': provider },
  sortBy: 'paid.at',
  direction: 'asc',
  size: 200,
  fields: ['paid', 'billedOn'],
});

/** The read of several orders. */
export const ordersBy = (orderIds: readonly string[]): Read<Order, true> =>
  many<Order>(ORDERS, { _id: oneOf(orderIds) }, { limit: 1000 });

/** The read of the order of a gift, by the hash of its claim code. */
export const giftBy = (codeHash: string): Read<Order, false> =>
  one<Order>(ORDERS, { 'gift.codeHash': codeHash });
