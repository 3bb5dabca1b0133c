import type { Transfer } from '../transfers';
import type { Payout } from './payout';

/** The transfers a payout is made of whose end is not known yet: itself, or one for each order it is shared out of. */
export const openTransfersOf = ({
  _id,
  method,
  openid,
  payee: { realName },
  amount,
  shares,
}: Payout): Transfer[] => {
  const common = { method, openid, realName };
  if (!shares) return [{ ...common, number: _id, amount }];
  return shares
    .filter(({ outcome }) => outcome === undefined)
    .map((share) => ({
      ...common,
      number: share.number,
      amount: share.amount,
      transactionId: share.transactionId,
    }));
};
