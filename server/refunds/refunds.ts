import { refundMachine, type RefundEvent } from '../../shared/refunds/machine';
import {
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
import type { Refund } from './refund';

const REFUNDS = 'refunds';

/** One step of a refund, with all that changes together with its status. */
export type RefundStep = StepOf<RefundEvent>;

const changesOf = (refund: Refund, step: RefundStep): Changes =>
  stepChanges(refundMachine, refund.status, step);

/** Every refund, and the only way to change one. */
export const refundsOf = (db: Database) => {
  const refunds = db.collection<Refund>(REFUNDS);
  return {
    get: (id: string) => refunds.get(id),

    ofOrders: (orderIds: readonly string[]) =>
      refunds.find({ orderId: oneOf(orderIds) }, { orderBy: [['askedAt', 'asc']], limit: 1000 }),

    countAbnormal: () => refunds.count({ status: 'abnormal' }),

    /** Moves a refund if it is still as read; false when somebody else was faster. */
    apply: (refund: Refund, step: RefundStep) =>
      refunds.updateIf({ _id: refund._id, seq: refund.seq }, changesOf(refund, step)),

    /** Changes what is no status, if the refund is still as read. */
    amend: (refund: Refund, changes: Changes) =>
      refunds.updateIf({ _id: refund._id, seq: refund.seq }, changes),

    /** Refunds whose time to be looked at has come, longest waiting first. */
    due: (now: number, limit: number) =>
      refunds.find({ checkAt: atMost(now) }, { orderBy: [['checkAt', 'asc']], limit }),

    /** Notes that the bill of a day had these refunds. */
    markBilled: (refundIds: readonly string[], date: string) =>
      refunds.updateAll({ _id: oneOf(refundIds) }, { set: { billedOn: date } }),

    /** Sets the next look, if nobody else has; also how a timer takes a refund for itself. */
    lookAgain: (refund: Refund, checkAt: number) =>
      refunds.updateIf(
        { _id: refund._id, seq: refund.seq, ...(refund.checkAt && { checkAt: refund.checkAt }) },
        { set: { checkAt } },
      ),
  };
};

/** The same, inside a transaction: what is read there is what is changed. */
export const refundsIn = (tx: Transaction) => ({
  get: (id: string) => tx.get<Refund>(REFUNDS, id),
  insert: (refund: Refund) => tx.insert(REFUNDS, refund),
  apply: (refund: Refund, step: RefundStep) =>
    tx.update(REFUNDS, refund._id, changesOf(refund, step)),
});

/** The read of one refund, for what is fetched together with the caller. */
export const refundBy = (refundId: string): Read<Refund, false> =>
  one<Refund>(REFUNDS, { _id: refundId });

/** The read of the refund that a request of this phone made before. */
export const refundOfRequest = (openid: string, requestId: string): Read<Refund, false> =>
  one<Refund>(REFUNDS, { openid, requestId });

/** Refunds by the moment they were handed to the provider, in pages, oldest first. */
export const refundsSubmitted: Listing = {
  collection: REFUNDS,
  where: { status: 'succeeded' },
  sortBy: 'submittedAt',
  direction: 'asc',
  size: 200,
};

/** The read of several refunds. */
export const refundsBy = (refundIds: readonly string[]): Read<Refund, true> =>
  many<Refund>(REFUNDS, { _id: oneOf(refundIds) }, { limit: 1000 });
