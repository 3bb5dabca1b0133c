import { NOTHING_RETURNED } from '../../../shared/ledger/sold';
import { ZERO } from '../../../shared/money';
import type { User } from '../../accounts/user';
import type { Item, Order } from '../../orders/order';
import type { Ids } from '../../ports';
import type { Proposal } from '../proposal';

/** What is given away, as the shop sells it. */
export type Given = {
  readonly item: Item;
  readonly teacherId: string;
  /** Days of membership. */
  readonly days?: number;
};

type Granting = {
  readonly user: User;
  readonly given: Given;
  readonly proposal: Proposal;
  readonly now: number;
};

/** An order that two admins made for somebody: it costs nothing, so that what people own always hangs on an order. */
export const grantedOrder = (
  ids: Ids,
  { user, given, proposal: { _id: proposalId, reason }, now }: Granting,
): Order => {
  const orderId = ids.derived('ord', proposalId);
  const step = { at: now, by: 'admin' } as const;
  return {
    _id: orderId,
    openKey: orderId,
    requestId: proposalId,
    userId: user._id,
    openid: user.openids[0] ?? '',
    via: 'admin',
    buyer: user.nickname,
    ...given,
    teacherShare: 0,
    holdDays: 0,
    listPrice: ZERO,
    payable: ZERO,
    status: 'paid',
    seq: 1,
    history: [
      { ...step, event: 'create', from: '', to: 'pending' },
      { ...step, event: 'pay', from: 'pending', to: 'paid' },
    ],
    createdAt: now,
    expiresAt: now,
    paid: { transactionId: orderId, amount: ZERO, at: now, heardFrom: 'free' },
    granted: { proposalId, reason },
    refunded: ZERO,
    reserved: ZERO,
    returned: NOTHING_RETURNED,
    refundRequests: [],
    todo: ['countLearners', 'tellBuyerGranted'],
    todoAt: now,
  };
};
