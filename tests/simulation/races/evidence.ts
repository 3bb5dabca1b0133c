import type { User } from '../../../server/accounts/user';
import type { Course } from '../../../server/catalogue/course';
import type { JournalEntry } from '../../../server/journal/journal';
import type { Order } from '../../../server/orders/order';
import type { Refund } from '../../../server/refunds/refund';
import type { OrderBook } from '../provider/orderBook';
import type { PlannedFault } from '../schedule';
import { overlaps, type CallRecord } from '../world/calls';
import type { Script } from '../world/script';

/** What a race is told from, when a schedule is over. */
export type Evidence = {
  readonly script: Script;
  readonly calls: readonly CallRecord[];
  readonly orders: readonly Order[];
  readonly refunds: readonly Refund[];
  readonly users: readonly User[];
  readonly courses: readonly Course[];
  readonly journal: readonly JournalEntry[];
  readonly differences: readonly { readonly orderId?: string }[];
  readonly book: OrderBook;
  readonly faults: readonly PlannedFault[];
  /** The adversities that struck, by name. */
  readonly struck: readonly string[];
};

type Which = (call: CallRecord) => boolean;

export const named =
  (...names: readonly string[]): Which =>
  ({ name }) =>
    names.includes(name);

/** Whether a call of one kind was under way together with one of another, on the same thing. */
export const met = (calls: readonly CallRecord[], one: Which, other: Which): boolean =>
  calls
    .filter(one)
    .some((first) =>
      calls.filter(other).some((second) => overlaps(first, second) && isSameThing(first, second)),
    );

/** A timer may be at anything, so it shares a thing with everybody. */
const isSameThing = (one: CallRecord, other: CallRecord): boolean =>
  one.who === 'wx_trigger' ||
  other.who === 'wx_trigger' ||
  one.subjects.some((subject) => other.subjects.includes(subject));

export const events = ({ history }: Order | Refund): string[] => history.map(({ event }) => event);

/** Whether an order went through some events, in this order. */
export const went = (order: Order | Refund, ...wanted: readonly string[]): boolean => {
  const seen = events(order);
  let at = -1;
  return wanted.every((event) => (at = seen.indexOf(event, at + 1)) >= 0);
};
