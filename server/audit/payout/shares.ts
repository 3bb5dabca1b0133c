import { arrivedOf } from '../../payouts/endingShares';
import type { Payout, Share } from '../../payouts/payout';
import { differs, unless } from '../check';
import { total } from '../fold';
import type { PayoutCase, PayoutOrder } from './index';

/** What of a payment may be shared at most, rounded down, in fen; nothing of one that was never frozen. */
const capOf = ({ paid, sharePercent = 0 }: PayoutOrder): number =>
  Math.floor(((paid?.amount ?? 0) * sharePercent) / 100);

/** A payout that never left lets its orders go; all others keep them. */
const hasLetGo = ({ status, submittedAt }: Payout): boolean =>
  (status === 'failed' || status === 'rejected') && submittedAt === undefined;

const findInOrder = (payout: Payout, share: Share, order: PayoutOrder | undefined): string[] => {
  const { orderId, amount } = share;
  if (!order) return [`it is shared out of ${orderId}, which is no order`];
  const whose = hasLetGo(payout)
    ? unless(order.sharedBy !== payout._id, `it never left and holds ${orderId} still`)
    : differs(`who shares ${orderId}`, { is: order.sharedBy, wanted: payout._id });
  return [
    ...whose,
    ...differs(`the teacher of ${orderId}`, {
      is: order.teacherId,
      wanted: payout.earner.userId,
    }),
    ...differs(`the payment behind ${orderId}`, {
      is: share.transactionId,
      wanted: order.paid?.transactionId,
    }),
    ...unless(amount <= capOf(order), `${amount} of ${orderId} is more than ${capOf(order)}`),
  ];
};

/** An ended payout says of every share what became of it, and the journal says the same. */
const findOutcomes = (
  { payout: { status, submittedAt }, entries }: PayoutCase,
  shares: readonly Share[],
) => {
  if (submittedAt === undefined || !['done', 'failed'].includes(status)) return [];
  const open = shares.filter(({ outcome }) => outcome === undefined).length;
  const paidOut = entries
    .filter(({ kind }) => kind === 'payoutDone')
    .flatMap(({ lines }) => lines)
    .filter(({ account }) => account === 'payoutTransit');
  return [
    ...unless(open === 0, `it ended with ${open} shares open`),
    ...differs('what of it arrived', {
      is: total(paidOut, ({ fen }) => fen),
      wanted: arrivedOf(shares),
    }),
  ];
};

/** Everything that is wrong with what a payout takes out of orders. */
export const findInShares = (file: PayoutCase): string[] => {
  const { payout, orders } = file;
  const { shares, method, amount } = payout;
  if (!shares) return unless(method !== 'profitSharing', 'it is shared out of nothing');
  const ids = new Set(shares.map(({ orderId }) => orderId));
  return [
    ...differs('what is shared together', {
      is: total(shares, (share) => share.amount),
      wanted: amount,
    }),
    ...differs('the number of orders', { is: ids.size, wanted: shares.length }),
    ...shares.flatMap((share) =>
      findInOrder(
        payout,
        share,
        orders.find(({ _id }) => _id === share.orderId),
      ),
    ),
    ...findOutcomes(file, shares),
  ];
};
