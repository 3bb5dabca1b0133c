import type { Rights, SourceState } from '../../../shared/access/rights';
import type { User } from '../../accounts/user';
import type { Order } from '../../orders/order';
import { examine, unless, type Check, type Moment, type Violation } from '../check';

/** A user with the orders that their rights come from. */
export type UserCase = {
  readonly user: Pick<User, '_id' | 'rights'>;
  readonly orders: readonly Pick<Order, '_id' | 'item'>[];
};

type Held = { readonly orderId: string; readonly kind: string; readonly itemId?: string };

/** Every right a person has or had, with the order it names. */
export const heldBy = ({ courses, membership }: Rights): (Held & { state: SourceState })[] => [
  ...Object.entries(courses).flatMap(([itemId, sources]) =>
    Object.entries(sources).map(([orderId, { state }]) => ({
      orderId,
      kind: 'course',
      itemId,
      state,
    })),
  ),
  ...Object.entries(membership).map(([orderId, { state }]) => ({
    orderId,
    kind: 'membership',
    state,
  })),
];

const matches = ({ item }: Pick<Order, 'item'>, { kind, itemId }: Held): boolean =>
  item.kind === kind && (itemId === undefined || item.id === itemId);

/** A right names an order of that very item; whether the order still gives it is looked at with the order. */
const findBaseless = ({ user, orders }: UserCase): string[] =>
  heldBy(user.rights).flatMap((held) => {
    const order = orders.find(({ _id }) => _id === held.orderId);
    return unless(
      order !== undefined && matches(order, held),
      `the right to ${held.itemId ?? 'membership'} by ${held.orderId} has no such order`,
    );
  });

const USER_CHECKS: readonly Check<UserCase>[] = [{ id: 'INV2', find: findBaseless }];

/** Everything that is wrong with what a user owns. */
export const auditUser = (caseFile: UserCase, moment: Moment): Violation[] =>
  examine(USER_CHECKS, { subject: caseFile.user._id, caseFile, moment });
