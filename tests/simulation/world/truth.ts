import { membershipEnd } from '../../../shared/access/rights';
import { PAID_STATUSES } from '../../../shared/orders/machine';
import type { Order } from '../../../server/orders/order';
import type { Payout } from '../../../server/payouts/payout';
import type { Refund } from '../../../server/refunds/refund';
import { holderOf } from '../../../server/access/holder';
import type { OrderBook, ProviderRefund, Transaction } from '../provider/orderBook';
import type { Judge } from './judge';

const DAY_MS = 24 * 60 * 60_000;

/** Compares the shop's books with WeChat Pay's own, once nothing is under way any more. */
export const compareWithProvider = (judge: Judge, book: OrderBook): void => {
  for (const { orderId, transactions } of book.payments.values()) {
    for (const paid of transactions)
      if (!isKnown(judge, orderId, paid)) {
        judge.blame('INV19', orderId, `nobody knows of payment ${paid.id} over ${paid.amount}`);
      }
  }
  for (const order of judge.orders.values()) checkPaid(judge, book, order);
  for (const refund of book.refunds.values()) checkRefund(judge, refund);
  for (const refund of judge.refunds.values()) {
    if (refund.status === 'succeeded' && !hasArrived(book, refund)) {
      judge.blame('INV8', refund._id, 'said to have arrived, WeChat says otherwise');
    }
  }
};

const EXTERNAL = 'external:';

/** The number under which money came back, by what we have of it. */
const numberOf = ({ _id, requestId, heardAs }: Refund): string =>
  requestId.startsWith(EXTERNAL) ? requestId.slice(EXTERNAL.length) : (heardAs ?? _id);

/** Under its number and of its amount; or as money that people say they gave back in the merchant console, in one or more. */
const hasArrived = (book: OrderBook, refund: Refund): boolean => {
  const { orderId, origin, amount } = refund;
  const arrived = book.refundsOf(orderId).filter(({ state }) => state === 'SUCCESS');
  const named = arrived.find(({ number }) => number === numberOf(refund));
  if (named) return named.amount === amount;
  const byHand = arrived.filter(({ by }) => by === 'console');
  return origin === 'sendBack' && amount <= byHand.reduce((sum, each) => sum + each.amount, 0);
};

/** Money that left for a teacher's wallet, and the payouts it left for: each once, and of the same amount. */
export const compareTransfers = (
  judge: Judge,
  { transfers }: OrderBook,
  payouts: readonly Payout[],
): void => {
  for (const { number, amount, state } of transfers.values()) {
    const payout = payouts.find(({ _id }) => _id === number);
    if (payout?.amount !== amount)
      judge.blame('INV13', number, `WeChat sends ${amount}, we do not`);
    else if ((state === 'SUCCESS') !== (payout.status === 'done'))
      judge.blame('INV13', number, `WeChat says ${state}, we say ${payout.status}`);
  }
  for (const { _id, method, status } of payouts) {
    const isSent = method === 'merchantTransfer' && status === 'done';
    if (isSent && !transfers.has(_id))
      judge.blame('INV13', _id, 'done, and WeChat never heard of it');
  }
};

/** The same for what was shared out of orders: WeChat's outcome of each number is ours. */
export const compareSharings = (
  judge: Judge,
  { sharings }: OrderBook,
  payouts: readonly Payout[],
): void => {
  const ours = new Map(
    payouts.flatMap(({ status, shares = [] }) =>
      shares.map((share) => [share.number, { ...share, status }] as const),
    ),
  );
  for (const { number, amount, result } of sharings.values()) {
    const share = ours.get(number);
    if (share?.amount !== amount)
      judge.blame('INV33', number, `WeChat shares ${amount}, we do not`);
    else if ((result === 'SUCCESS') !== (share.outcome?.kind === 'done'))
      judge.blame('INV33', number, `WeChat says ${result}, we say ${share.outcome?.kind}`);
  }
  for (const { number, outcome } of ours.values()) {
    if (outcome?.kind === 'done' && !sharings.has(number))
      judge.blame('INV33', number, 'arrived, and WeChat never heard of it');
  }
};

/** A payment is known by its order, by the journal as money apart, or by a difference that a person looks at. */
const isKnown = (judge: Judge, orderId: string, { id }: Transaction): boolean =>
  judge.orders.get(orderId)?.paid?.transactionId === id ||
  [...judge.differences.values()].some(({ transactionId }) => transactionId === id);

/** Whether two people decided on a payment that was not as agreed. */
const wasDecided = ({ history }: Order): boolean => history.some(({ from }) => from === 'review');

/** An order that opened something has a payment of the very amount, payer and payee. */
const checkPaid = (judge: Judge, book: OrderBook, order: Order): void => {
  const { paid, payable, openid, payTo, _id, status } = order;
  if (!paid || payable === 0 || status === 'review' || wasDecided(order)) return;
  const payment = book.payments.get(_id);
  const real = payment?.transactions.find(({ id }) => id === paid.transactionId);
  const honest =
    real?.amount === payable && real.payer === openid && real.merchant === payTo?.merchant;
  if (!honest) judge.blame('INV20', _id, `${status} without a payment of its own`);
};

const checkRefund = (judge: Judge, refund: ProviderRefund): void => {
  const { number, orderId, by, state, amount } = refund;
  const ours = judge.refunds.get(number);
  if (by === 'api') {
    if (ours?.amount !== amount)
      judge.blame('INV10', orderId, `WeChat refunds ${number}, we do not`);
    else if (state === 'SUCCESS' && ours.status !== 'succeeded') {
      judge.blame('INV9', orderId, `${number} arrived, we say ${ours.status}`);
    }
    return;
  }
  const external = [...judge.refunds.values()].some((refund) => numberOf(refund) === number);
  const apart = [...judge.differences.values()].some((each) => each.orderId === orderId);
  if (state === 'SUCCESS' && !external && !apart) {
    judge.blame('INV19', orderId, `nobody knows of the refund ${number}`);
  }
};

/** What makes an order open something. */
const OPENING = ['pay', 'accept'];

/** How somebody is told that an order is paid: of what is theirs, of a gift, or of what was given to them. */
const PAID_TITLES = ['购买成功', '礼物已备好', '您收到一份赠予'];

/** What people were told and may open, counted in another way than the shop does. */
export const compareEffects = (judge: Judge, erasing: ReadonlySet<string>): void => {
  const told = new Map<string, number>();
  for (const { title, page } of judge.notices.values()) {
    if (!PAID_TITLES.includes(title)) continue;
    told.set(page, (told.get(page) ?? 0) + 1);
  }
  for (const order of judge.orders.values()) {
    const page = `packages/buying/pages/order/index?orderId=${order._id}`;
    const times = told.get(page) ?? 0;
    const wanted = order.history.some(({ event }) => OPENING.includes(event)) ? 1 : 0;
    // Whoever began to erase their account may have lost their notices before anything else.
    if (times !== wanted && !erasing.has(order.openid))
      judge.blame('INV26', order._id, `told ${times} times`);
  }
  for (const user of judge.users.values()) {
    const end = membershipEnd(user.rights);
    const wanted = endOf(
      [...judge.orders.values()].filter((order) => holderOf(order) === user._id),
    );
    if (end !== wanted) judge.blame('INV27', user._id, `a member until ${end}, not ${wanted}`);
  }
};

const isReturned = ({ returned, paid }: Order): boolean =>
  returned.amount > 0 && returned.amount === paid?.amount;

/** When what was bought became somebody's: when it was paid, or taken as a gift. */
const heldSince = ({ gift, paid }: Order): number => (gift ? gift.claimedAt : paid?.at) ?? 0;

const standing = (order: Order): boolean =>
  order.item.kind === 'membership' &&
  PAID_STATUSES.some((each) => each === order.status) &&
  order.revoked === undefined &&
  !isReturned(order);

const endOf = (orders: readonly Order[]): number | undefined => {
  const bought = orders
    .filter(standing)
    .map((order) => ({ ...order, since: heldSince(order) }))
    .sort((a, b) => a.since - b.since || (a._id < b._id ? -1 : 1));
  let end: number | undefined;
  for (const { since, days = 0 } of bought) end = Math.max(end ?? 0, since) + days * DAY_MS;
  return end;
};
