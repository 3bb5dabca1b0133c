import { setAside } from '../../shared/ledger/teacher';
import { add, fen } from '../../shared/money';
import { obstacleTo, type Obstacle } from '../../shared/payouts/obstacle';
import { METHOD_OF, type Payee } from '../../shared/payouts/payee';
import { fail, ok, type Result } from '../../shared/result';
import {
  purseOf,
  teacherAccountsIn,
  type SetPayee,
  type TeacherAccount,
} from '../earnings/teacherAccounts';
import { post } from '../journal/journal';
import type { Ids, Ports } from '../ports';
import type { Signature } from '../proposals/proposal';
import type { Payout, Share } from './payout';
import { payoutsIn } from './payouts';
import { sharesIn, takeOrders } from './shares';

/** A payout that a teacher asks for, or that an admin proposes for them. */
export type PayoutRequest = {
  readonly requestId: string;
  readonly teacher: Signature;
  /** The teacher's WeChat identity. */
  readonly openid: string;
  /** Fen. */
  readonly amount: number;
  readonly madeBy: Signature;
  readonly by: 'teacher' | 'admin';
  /** The orders it would be made out of, where the teacher is paid by 分账. */
  readonly orderIds: readonly string[];
  readonly now: number;
};

/** The number of a payout: letters and digits alone, as 商家转账 takes them. */
const payoutNumber = (ids: Ids, { teacher, madeBy, requestId }: PayoutRequest): string =>
  ids.derived('po', teacher.userId, madeBy.userId, requestId).replace('_', '');

/**
 * E8: sets a teacher's money aside for a payout that somebody else is to approve. The account is read and written in
 * the same transaction, so two payouts, or a payout and a refund, never use the same money; and so are the orders that
 * it is made out of. Safe to repeat.
 */
export const requestPayout = (
  ports: Pick<Ports, 'db' | 'ids' | 'transfers'>,
  request: PayoutRequest,
): Promise<Result<Payout, Obstacle | 'REQUEST_REUSED' | 'CHANGED_MEANWHILE'>> =>
  ports.db.transaction(async (tx) => {
    const payoutId = payoutNumber(ports.ids, request);
    const earlier = await payoutsIn(tx).get(payoutId);
    if (earlier) return earlier.amount === request.amount ? ok(earlier) : fail('REQUEST_REUSED');

    const accounts = teacherAccountsIn(tx);
    const account = await accounts.get(request.teacher.userId);
    const { amount: wanted, now } = request;
    const { methods } = ports.transfers;
    const { orderIds } = request;
    const shares = await sharesIn(tx, { payoutId, account, orderIds, now });
    const shareable = add(...shares.map((share) => share.amount));
    const obstacle = obstacleTo({ account, amount: wanted, shareable, methods, now });
    if (obstacle) return fail(obstacle);
    const amount = fen(wanted);
    if (shares.length > 0 && amount !== shareable) return fail('CHANGED_MEANWHILE');
    const { purse, lines } = setAside(purseOf(account), amount);
    await accounts.keep(account, purse, amount);
    const payout = newPayout(payoutId, request, { account, shares });
    await payoutsIn(tx).insert(payout);
    await takeOrders(tx, payoutId, shares);
    await post(tx, ports.ids, { kind: 'payoutReserved', payoutId, at: now, lines });
    return ok(payout);
  });

const newPayout = (
  _id: string,
  request: PayoutRequest,
  { account, shares }: { account: TeacherAccount; shares: readonly Share[] },
): Payout => {
  const payee = payeeOf(account.payee);
  return {
    _id,
    requestId: request.requestId,
    teacher: request.teacher,
    openid: request.openid,
    amount: fen(request.amount),
    method: METHOD_OF[payee.method],
    ...(shares.length > 0 && { shares }),
    payee,
    status: 'reserved',
    seq: 0,
    history: [{ at: request.now, event: 'ask', from: '', to: 'reserved', by: request.by }],
    madeBy: request.madeBy,
    madeAt: request.now,
    tries: 0,
    todo: [],
  };
};

/** The payee alone, as a payout freezes it. */
const payeeOf = (set: SetPayee | undefined): Payee => {
  if (!set) throw new Error('a payout was let through without a payee');
  const { setAt: _since, ...payee } = set;
  return payee;
};
