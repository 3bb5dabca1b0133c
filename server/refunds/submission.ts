import { REFUNDS_UNDER_WAY } from '../../shared/refunds/machine';
import type { Order, PaidFacts, PayTo } from '../orders/order';
import { ordersOf } from '../orders/orders';
import type { RefundRequest } from '../payments';
import type { Ports } from '../ports';
import { applyRefund } from './applyRefund';
import { askForRefund } from './asking';
import { deciderOf } from './decider';
import type { Refund } from './refund';
import { refundsOf } from './refunds';

type Submitter = Pick<Ports, 'db' | 'ids' | 'log' | 'pay'>;

/** A refund on its way, with the order it belongs to. */
type Journey = {
  readonly ports: Submitter;
  readonly refund: Refund;
  readonly order: Order & { readonly paid: PaidFacts; readonly payTo: PayTo };
  readonly siblings: readonly Refund[];
  readonly now: number;
};

const MINUTE_MS = 60_000;

/** WeChat wants a minute between two refunds of one order (W14). */
const SPACING_MS = MINUTE_MS;

/** So long a definite refusal is put to passing trouble, such as too many calls or too small a balance. */
const PATIENCE_MS = 60 * MINUTE_MS;

/** Minutes until the next look, by how often there was one. Of what waits for a day the audit tells a person (INV9). */
const PAUSES = [1, 1, 2, 5, 10, 30, 60, 120, 240];
/** Minutes between any two later looks. */
const LONGEST_PAUSE = 480;

/**
 * Takes a refund one step further at the provider. What is about to be sent is noted first, and always under the same
 * number: whatever crashes or stays unanswered, the money goes back once. Safe to repeat.
 */
export const advanceRefund = async (
  ports: Submitter,
  refund: Refund,
  now: number,
): Promise<void> => {
  const order = await ordersOf(ports.db).get(refund.orderId);
  if (!order?.paid || !order.payTo) throw new Error(`refund ${refund._id} has no paid order`);
  const others =
    order.refundRequests.length > 1 ? await refundsOf(ports.db).ofOrders([order._id]) : [];
  const siblings = others.filter(({ _id }) => _id !== refund._id);
  const { paid, payTo } = order;
  const journey = { ports, refund, order: { ...order, paid, payTo }, siblings, now };
  if (deciderOf(order) === 'apple') await leaveToApple(journey);
  else if (refund.status === 'approved') await begin(journey);
  else await goOn(journey);
};

/** Notes that the refund is about to be sent, then sends it. */
const begin = async (journey: Journey): Promise<void> => {
  const { ports, refund, siblings, now } = journey;
  const refunds = refundsOf(ports.db);
  const last = Math.max(0, ...siblings.map(({ submittedAt = 0 }) => submittedAt));
  if (now < last + SPACING_MS) {
    await refunds.lookAgain(refund, last + SPACING_MS);
    return;
  }
  const checkAt = now + MINUTE_MS;
  const step = { event: 'submit', at: now, by: 'timer' } as const;
  const mine = await refunds.apply(refund, {
    ...step,
    changes: { set: { submittedAt: now, checkAt } },
  });
  if (mine)
    await send({
      ...journey,
      refund: { ...refund, status: 'submitting', seq: refund.seq + 1, checkAt },
    });
};

/** Asks what became of it; sends it again, under the same number, when nobody can tell that it ever arrived. */
const goOn = async (journey: Journey): Promise<void> => {
  const { ports, refund, order, now } = journey;
  const asked = {
    provider: order.payTo.provider,
    orderId: order._id,
    refundId: refund._id,
    openid: order.openid,
  };
  const told = await askForRefund(ports, asked, { now, by: 'timer' });
  if (told === 'changed') return;
  const mayBeLost = told === 'absent' || told === 'unknown';
  if (refund.status === 'submitting' && mayBeLost) await send(journey);
  else await waitLonger(journey);
};

/** A refund as its provider is told of it. */
const requestOf = (journey: Journey): RefundRequest => {
  const { refund, order } = journey;
  const { _id: orderId, openid, paid, sharePercent } = order;
  return {
    refundId: refund._id,
    orderId,
    openid,
    paid: paid.amount,
    amount: refund.amount,
    left: leftOf(journey),
    reason: refund.reason,
    ...(sharePercent !== undefined && { frozenAs: { transactionId: paid.transactionId } }),
  };
};

const send = async (journey: Journey): Promise<void> => {
  const { ports, refund, order, now } = journey;
  const provider = ports.pay.named(order.payTo.provider);
  const answer = await provider?.refund(requestOf(journey));
  if (answer?.kind === 'accepted') {
    const step = { event: 'accept', at: now, by: 'timer' } as const;
    const changes = { set: { checkAt: now + MINUTE_MS } };
    await refundsOf(ports.db).apply(refund, { ...step, changes });
    return;
  }
  ports.log({ level: 'warn', event: 'refund not accepted', refundId: refund._id, ...answer });
  const { submittedAt = now } = refund;
  if (answer?.kind === 'refused' && now - submittedAt >= PATIENCE_MS) await showToPerson(journey);
  else await waitLonger(journey);
};

/** What is refused for so long will not mend by itself: the money is with the provider still, and someone must look. */
const showToPerson = async ({ ports, refund, order, now }: Journey): Promise<void> => {
  const { provider } = order.payTo;
  const { _id: refundId, orderId, amount } = refund;
  const evidence = { provider, refundId, orderId, amount, outcome: 'abnormal' } as const;
  await applyRefund(ports, { ...evidence, heardFrom: 'query' }, { now, by: 'timer' });
};

/**
 * Money that must go back although nobody may send it: the buyer was told to ask Apple, and a person is told to see to
 * it. What Apple then says ends the refund.
 */
const leaveToApple = async (journey: Journey): Promise<void> => {
  const { ports, refund, now } = journey;
  if (refund.status === 'abnormal') return waitLonger(journey);
  if (refund.status !== 'approved') return showToPerson(journey);
  const step = { event: 'submit', at: now, by: 'timer' } as const;
  if (await refundsOf(ports.db).apply(refund, step)) await showToPerson(journey);
};

/** What the provider still holds of the payment: all but what was sent out and did not come back. */
const leftOf = ({ order, siblings }: Journey): number =>
  siblings
    .filter(
      ({ status, submittedAt, origin }) =>
        status === 'succeeded' ||
        (origin !== 'external' &&
          submittedAt !== undefined &&
          REFUNDS_UNDER_WAY.some((each) => each === status)),
    )
    .reduce<number>((left, { amount }) => left - amount, order.paid.amount);

const waitLonger = async ({ ports, refund, now }: Journey): Promise<void> => {
  const minutes = PAUSES[refund.tries] ?? LONGEST_PAUSE;
  await refundsOf(ports.db).amend(refund, {
    set: { checkAt: now + minutes * MINUTE_MS },
    increase: { tries: 1 },
  });
};
