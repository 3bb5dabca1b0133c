import { setAside } from '../../shared/ledger/earner';
import { add, fen } from '../../shared/money';
import { obstacleTo, type Obstacle } from '../../shared/payouts/obstacle';
import { METHOD_OF, type Payee } from '../../shared/payouts/payee';
import { fail, ok, type Result } from '../../shared/result';
import {
  purseOf,
  earnerAccountsIn,
  type SetPayee,
  type EarnerAccount,
} from '../earnings/earnerAccounts';
import { post } from '../journal/journal';
import type { Ids, Ports } from '../ports';
import type { Signature } from '../proposals/proposal';
import type { Payout, Share } from './payout';
import { payoutsIn } from './payouts';
import { ordersToShare, sharesIn, takeOrders } from './shares';

/** A payout that an earner asks for, or that an admin proposes for them. */
export type PayoutRequest = {
  readonly requestId: string;
  readonly earner: Signature;
  /** The earner's WeChat identity. */
  readonly openid: string;
  /** Fen. */
  readonly amount: number;
  readonly madeBy: Signature;
  readonly by: 'earner' | 'admin';
  readonly now: number;
};

/** The number of a payout: letters and digits alone, as 商家转账 takes them. */
const payoutNumber = (ids: Ids, { earner, madeBy, requestId }: PayoutRequest): string =>
  ids.derived('po', earner.userId, madeBy.userId, requestId).replace('_', '');

/**
 * E8: sets an earner's money aside for a payout that somebody else is to approve. The account is read and written in
 * the same transaction, so two payouts, or a payout and a refund, never use the same money; and so are the orders that
 * it is made out of. Safe to repeat.
 */
export const requestPayout = async (ports: Asking, request: PayoutRequest): Promise<Answer> => {
  const asked = await reserve(ports, request);
  if (asked !== 'ordersWanted') return asked;
  const orders = await ordersToShare(ports.db, request.earner.userId, request.now);
  const orderIds = orders.map(({ _id }) => _id);
  const again = await reserve(ports, request, orderIds);
  return again === 'ordersWanted' ? fail('CHANGED_MEANWHILE') : again;
};

type Asking = Pick<Ports, 'db' | 'ids' | 'transfers'>;
type Answer = Result<Payout, Obstacle | 'REQUEST_REUSED' | 'CHANGED_MEANWHILE'>;

/** Orders cannot be looked for inside a transaction, and only the account says whether any are wanted. */
const reserve = (
  ports: Asking,
  request: PayoutRequest,
  orderIds?: readonly string[],
): Promise<Answer | 'ordersWanted'> =>
  ports.db.transaction(async (tx) => {
    const payoutId = payoutNumber(ports.ids, request);
    const earlier = await payoutsIn(tx).get(payoutId);
    if (earlier) return earlier.amount === request.amount ? ok(earlier) : fail('REQUEST_REUSED');

    const accounts = earnerAccountsIn(tx);
    const account = await accounts.get(request.earner.userId);
    const { now } = request;
    if (account.payee?.method === 'sharing' && !orderIds) return 'ordersWanted';
    const shares = await sharesIn(tx, { payoutId, account, orderIds: orderIds ?? [], now });
    const refusal = refusalOf(ports, request, { account, shares });
    if (refusal) return fail(refusal);
    const amount = fen(request.amount);
    const { purse, lines } = setAside(purseOf(account), amount);
    await accounts.keep(account, purse, amount);
    const payout = newPayout(payoutId, request, { account, shares });
    await payoutsIn(tx).insert(payout);
    await takeOrders(tx, payoutId, shares);
    await post(tx, ports.ids, { kind: 'payoutReserved', payoutId, at: now, lines });
    return ok(payout);
  });

type Found = { readonly account: EarnerAccount; readonly shares: readonly Share[] };

/** What stands in the way; a payout by 分账 is of all that its orders hold, or the phone shows an older sum. */
const refusalOf = (
  { transfers: { methods } }: Asking,
  { amount, now }: PayoutRequest,
  { account, shares }: Found,
): Obstacle | 'CHANGED_MEANWHILE' | undefined => {
  const shareable = add(...shares.map((share) => share.amount));
  const obstacle = obstacleTo({ account, amount, shareable, methods, now });
  if (obstacle) return obstacle;
  return shares.length > 0 && amount !== shareable ? 'CHANGED_MEANWHILE' : undefined;
};

const newPayout = (_id: string, request: PayoutRequest, { account, shares }: Found): Payout => {
  const payee = payeeOf(account.payee);
  return {
    _id,
    requestId: request.requestId,
    earner: request.earner,
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
