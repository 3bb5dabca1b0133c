import { PAYOUT_NAMES } from '../../shared/payouts/machine';
import { payoutMachine } from '../../shared/payouts/machine';
import type { ManagedPayout, PayoutRow } from '../../shared/payouts/contract';
import { mayApprove, mayConfirm } from './deciding';
import { arrivedOf } from './endingShares';
import type { Payout } from './payout';

/** A payout as its earner sees it. */
export const payoutRow = (payout: Payout): PayoutRow => ({
  payoutId: payout._id,
  amount: payout.amount,
  method: payout.method,
  status: payout.status,
  askedAt: payout.madeAt,
  timeline: payout.history.map(({ at, to }) => ({ at, text: PAYOUT_NAMES[to] })),
  ...(payout.endedAt !== undefined && { endedAt: payout.endedAt }),
  ...(payout.reference !== undefined && { reference: payout.reference }),
  ...(payout.reason !== undefined && { reason: payout.reason }),
  ...(payout.confirmation && { confirmation: payout.confirmation }),
  ...sharesOf(payout),
});

/** What a payout by 分账 is made out of, and what of it arrived where not all of it did. */
const sharesOf = ({ shares, status, amount }: Payout): Pick<PayoutRow, 'shares' | 'arrived'> => {
  if (!shares) return {};
  const arrived = arrivedOf(shares);
  return {
    shares: shares.map(({ orderId, amount: part, outcome }) => ({
      orderId,
      amount: part,
      outcome: outcome?.kind ?? 'waiting',
      ...(outcome?.kind === 'failed' && { reason: outcome.reason }),
    })),
    ...(status === 'done' && arrived < amount && { arrived }),
  };
};

type Viewer = { readonly userId: string; readonly soleAdmin: boolean };
type Action = ManagedPayout['actions'][number];

/** What an admin may do, and whether this payout lets this admin. */
const RIGHTS: Readonly<Record<Action, (payout: Payout, viewer: Viewer) => boolean>> = {
  approve: (payout, { userId, soleAdmin }) =>
    can(payout, 'approve') && (soleAdmin || mayApprove(payout, userId)),
  reject: (payout) => can(payout, 'reject'),
  confirm: (payout, { userId, soleAdmin }) =>
    payout.method === 'manualBank' &&
    can(payout, 'succeed') &&
    (soleAdmin || mayConfirm(payout, userId)),
  giveUp: (payout, { userId, soleAdmin }) =>
    can(payout, 'fail') && (soleAdmin || mayConfirm(payout, userId)),
  askAgain: (payout) => payout.checkAt !== undefined,
};

const can = ({ status }: Payout, event: Parameters<typeof payoutMachine.next>[1]): boolean =>
  payoutMachine.next(status, event) !== undefined;

/** A payout as an admin sees it. */
export const managedPayout = (payout: Payout, viewer: Viewer): ManagedPayout => {
  const { confirmation: _forTheTeacher, ...row } = payoutRow(payout);
  const { payee, approvedBy, confirmedBy, said } = payout;
  return {
    ...row,
    earner: payout.earner,
    payee: {
      realName: payee.realName,
      ...(payee.method === 'bank' && { bankName: payee.bankName, account: payee.account }),
    },
    madeBy: payout.madeBy,
    ...(approvedBy && { approvedBy }),
    ...(confirmedBy && { confirmedBy }),
    alone: payout.alone ?? false,
    ...(said !== undefined && { said }),
    actions: (Object.keys(RIGHTS) as Action[]).filter((action) => RIGHTS[action](payout, viewer)),
  };
};
