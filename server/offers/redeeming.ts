import { NOTHING_RETURNED } from '../../shared/ledger/sold';
import { ZERO } from '../../shared/money';
import { fail, ok, type Result } from '../../shared/result';
import { ownedOtherwise } from '../access/grants';
import type { User } from '../accounts/user';
import type { Order } from '../orders/order';
import { ordersIn } from '../orders/orders';
import { settlePaid } from '../orders/settlePaid';
import type { Ports } from '../ports';
import type { RedeemCode } from './redeemCode';
import { codesIn } from './redeemCodes';

type Redeemer = {
  readonly codeId: string;
  readonly user: User;
  readonly openid: string;
  readonly via: string;
  readonly now: number;
};

type Redeemed = { readonly orderId: string; readonly item: Order['item'] };

/**
 * Turns a code into a paid order of nothing, in one transaction: code, order and right change together, so that a code
 * is good once. Safe to repeat; the same person again is answered the same.
 */
export const redeemCode = (
  ports: Pick<Ports, 'db' | 'ids'>,
  redeemer: Redeemer,
): Promise<Result<Redeemed, 'CODE_NOT_USABLE' | 'COURSE_ALREADY_OWNED'>> =>
  ports.db.transaction(async (tx) => {
    const { codeId, user, now } = redeemer;
    const code = await codesIn(tx).get(codeId);
    if (!code) return fail('CODE_NOT_USABLE');
    const { item } = code;
    if (code.usedBy === user._id && code.orderId) return ok({ orderId: code.orderId, item });
    if (code.state !== 'unused' || now >= code.expiresAt) return fail('CODE_NOT_USABLE');

    const orderId = ports.ids.derived('ord', codeId);
    const order = orderOf(code, redeemer, orderId);
    if (await ownedOtherwise(tx, order)) return fail('COURSE_ALREADY_OWNED');
    await codesIn(tx).use(codeId, { usedBy: user._id, usedAt: now, orderId });
    await ordersIn(tx).insert(order);
    const paid = { transactionId: orderId, amount: ZERO, at: now, heardFrom: 'free' } as const;
    await settlePaid({ tx, ports, order, paid, now, by: 'learner' });
    return ok({ orderId, item });
  });

/** The order a code becomes: never open, so it stands in the way of no other. */
const orderOf = (
  { _id: codeId, item, teacherId, days }: RedeemCode,
  { user, openid, via, now }: Redeemer,
  orderId: string,
): Order => ({
  _id: orderId,
  openKey: orderId,
  requestId: codeId,
  userId: user._id,
  openid,
  via,
  buyer: user.nickname,
  item,
  ...(days !== undefined && { days }),
  teacherId,
  teacherShare: 0,
  holdDays: 0,
  listPrice: ZERO,
  payable: ZERO,
  discounts: [],
  redeemed: { codeId },
  status: 'pending',
  seq: 0,
  history: [{ at: now, event: 'create', from: '', to: 'pending', by: 'learner' }],
  createdAt: now,
  expiresAt: now,
  refunded: ZERO,
  reserved: ZERO,
  returned: NOTHING_RETURNED,
  refundRequests: [],
  todo: ['recordCreated'],
  todoAt: now,
});
