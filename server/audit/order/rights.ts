import type { SourceState } from '../../../shared/access/rights';
import { PAID_STATUSES } from '../../../shared/orders/machine';
import type { Order } from '../../orders/order';
import { differs, unless, type Check } from '../check';
import { rightOf, type OrderCase } from './orderCase';

/** Whether an order's money is here and stays. */
export const isPaid = ({ status }: Order): boolean => PAID_STATUSES.some((paid) => paid === status);

/** The state that an order's right must have; undefined when there must be none. */
const wantedState = (order: Order): SourceState | undefined => {
  if (order.status === 'refunded') return 'revoked';
  if (!isPaid(order)) return undefined;
  const { paid, returned } = order;
  return paid && paid.amount > 0 && returned.amount === paid.amount ? 'suspended' : 'granted';
};

/** What an order gives is there as long as the order says so, and no longer. */
export const RIGHT_CHECKS: readonly Check<OrderCase>[] = [
  {
    id: 'INV1',
    find: (file) =>
      isPaid(file.order)
        ? differs('the right', { is: rightOf(file)?.state, wanted: wantedState(file.order) })
        : [],
  },
  {
    id: 'INV2',
    find: (file) =>
      isPaid(file.order)
        ? []
        : differs('the right of an order that is not paid', {
            is: rightOf(file)?.state,
            wanted: wantedState(file.order),
          }),
  },
  {
    id: 'INV27',
    find: (file) => {
      const right = rightOf(file);
      const { paid, days } = file.order;
      if (!right) return [];
      return [
        ...differs('the beginning of the right', { is: right.at, wanted: paid?.at }),
        ...('days' in right ? differs('its days', { is: right.days, wanted: days }) : []),
      ];
    },
  },
  {
    id: 'INV32',
    find: ({ order }) =>
      unless(order.userId !== order.teacherId, `${order.userId} bought their own course`),
  },
];
