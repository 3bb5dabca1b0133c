import type { Refund } from '../../refunds/refund';
import { examine, unless, type Check, type Moment, type Violation } from '../check';

type RefundCase = { readonly refund: Refund; readonly orderFound: boolean };

const REFUND_CHECKS: readonly Check<RefundCase>[] = [
  {
    id: 'INV7',
    find: ({ refund, orderFound }) =>
      unless(orderFound, `it is of ${refund.orderId}, which is no order`),
  },
];

/** Everything that is wrong with a refund by itself; the rest is looked at with its order. */
export const auditRefund = (caseFile: RefundCase, moment: Moment): Violation[] =>
  examine(REFUND_CHECKS, { subject: caseFile.refund._id, caseFile, moment });
