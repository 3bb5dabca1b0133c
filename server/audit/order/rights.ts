import type { SourceState } from '../../../shared/access/rights';
import { PAID_STATUSES } from '../../../shared/orders/machine';
import { holderOf } from '../../access/holder';
import { WHOLE_PRICE } from '../../../shared/shop/shares';
import type { Order } from '../../orders/order';
import { differs, unless, type Check } from '../check';
import { rightOf, type OrderCase } from './orderCase';

/** Whether an order's money is here and stays. */
export const isPaid = ({ status }: Order): boolean => PAID_STATUSES.some((paid) => paid === status);

/** The state that an order's right must have; undefined when there must be none. */
const wantedState = (order: Order): SourceState | undefined => {
  if (order.status === 'refunded' || order.revoked) return 'revoked';
  if (!isPaid(order)) return undefined;
  const { paid, returned } = order;
  return paid && paid.amount > 0 && returned.amount === paid.amount ? 'suspended' : 'granted';
};

/** An order that is not paid opens nothing; what a refunded one had opened is closed. */
const findRightOfUnpaid = (file: OrderCase): string[] =>
  holderOf(file.order) === undefined
    ? []
    : differs('the right of an order that is not paid', {
        is: rightOf(file)?.state,
        wanted: wantedState(file.order),
      });

/** When a right begins: a gift is held from when it was claimed. */
const beginningOf = ({ gift, paid }: Order): number | undefined => gift?.claimedAt ?? paid?.at;

/** What an order gives is there as long as the order says so, and no longer. */
export const RIGHT_CHECKS: readonly Check<OrderCase>[] = [
  {
    id: 'INV1',
    find: (file) =>
      isPaid(file.order) && holderOf(file.order) !== undefined
        ? differs('the right', { is: rightOf(file)?.state, wanted: wantedState(file.order) })
        : [],
  },
  {
    id: 'INV2',
    find: (file) => (isPaid(file.order) ? [] : findRightOfUnpaid(file)),
  },
  {
    id: 'INV27',
    find: (file) => {
      const right = rightOf(file);
      if (!right) return [];
      return [
        ...differs('the beginning of the right', { is: right.at, wanted: beginningOf(file.order) }),
        ...('days' in right
          ? differs('its days', { is: right.days, wanted: file.order.days })
          : []),
      ];
    },
  },
  {
    id: 'INV28',
    find: ({ order: { granted, revoked }, approvals }) =>
      [granted, revoked].flatMap((named) =>
        unless(
          !named || !approvals || approvals.includes(named.proposalId),
          `${named?.proposalId} was approved by nobody`,
        ),
      ),
  },
  {
    id: 'INV32',
    find: ({ order }) => [
      ...unless(
        order.granted !== undefined || order.gift !== undefined || order.userId !== order.teacherId,
        `${order.userId} bought their own course`,
      ),
      ...unless(
        order.affiliate === undefined ||
          ![order.userId, order.teacherId].includes(order.affiliate.userId),
        `${order.affiliate?.userId} brought themselves, or a buyer to their own course`,
      ),
      ...unless(
        order.teacherShare + (order.affiliate?.share ?? 0) <= WHOLE_PRICE,
        'teacher and affiliate have more than the price',
      ),
    ],
  },
];
