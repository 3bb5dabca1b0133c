import { REFUNDS_UNDER_WAY } from '../../shared/refunds/machine';
import type { Transaction } from '../database';
import type { Order } from '../orders/order';
import type { RefundEvidence } from '../payments';
import { deciderOf } from './decider';
import { refundNumber, type Refund } from './refund';
import { refundsIn } from './refunds';

/** The refund of ours that Apple has made in our stead, under a number of its own: the last one, if it is as much. */
export const owedByApple = async (
  tx: Transaction,
  { order, evidence }: { readonly order: Order; readonly evidence: RefundEvidence },
): Promise<Refund | undefined> => {
  const count = order.refundRequests.length;
  if (count === 0 || deciderOf(order) !== 'apple') return undefined;
  const last = await refundsIn(tx).get(refundNumber(order._id, count));
  return last && isMeantBy(last, evidence) ? last : undefined;
};

const isMeantBy = (refund: Refund, { amount, outcome, refundId }: RefundEvidence): boolean =>
  outcome === 'succeeded' &&
  refund.amount === amount &&
  (refund.heardAs === refundId || isUnderWay(refund));

const isUnderWay = ({ status }: Refund): boolean =>
  REFUNDS_UNDER_WAY.some((each) => each === status);
