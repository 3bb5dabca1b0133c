import type { Segment, Source } from '../../../shared/access/rights';
import type { User } from '../../accounts/user';
import type { JournalEntry } from '../../journal/journal';
import type { MemberStudy } from '../../learning/memberStudy';
import type { Claim } from '../../offers/claim';
import type { Order } from '../../orders/order';
import type { Refund } from '../../refunds/refund';

/** All that is known of one order. */
export type OrderCase = {
  readonly order: Order;
  readonly refunds: readonly Refund[];
  /** Its entries of the journal, refunds' included. */
  readonly entries: readonly JournalEntry[];
  /** Who holds what it bought; absent when nobody does yet. */
  readonly holder?: Pick<User, '_id' | 'rights'>;
  /** What of money in suspense people still have to look at, by difference; absent when not looked up. */
  readonly differences?: readonly OpenDifference[];
  /** The claim on the coupon it was priced with, where that was looked up; `null` when there is none. */
  readonly claim?: Pick<Claim, '_id' | 'state' | 'heldBy'> | null;
  /** The approved proposals it names; absent when not looked up. */
  readonly approvals?: readonly string[];
  /** How long it was studied with, month by month, where it is a membership; absent when not looked up. */
  readonly studies?: readonly Pick<MemberStudy, '_id' | 'orderId' | 'teachers'>[];
  /** What its payment provider says of it; absent when not looked up. */
  readonly provider?: ProviderTruth;
};

/** A difference that waits for a person: how much of it was booked as suspense. */
export type OpenDifference = {
  readonly refundId?: string;
  /** Fen. */
  readonly suspense: number;
};

/** What a provider took of an order and gave back, in fen. */
export type ProviderTruth = { readonly paid: number; readonly refunded: number };

/** What an order gave its holder, as it is kept with them. */
export const rightOf = ({ order, holder }: OrderCase): Source | Segment | undefined =>
  order.item.kind === 'course'
    ? holder?.rights.courses[order.item.id]?.[order._id]
    : holder?.rights.membership[order._id];

/** The last moment anything happened to an order or one of its refunds. */
export const lastChangeOf = ({ order, refunds }: OrderCase): number =>
  Math.max(
    order.createdAt,
    ...[order, ...refunds].flatMap(({ history }) => history.map(({ at }) => at)),
  );
