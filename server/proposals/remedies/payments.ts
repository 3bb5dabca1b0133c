import { REMEDIES } from '../../../shared/books/proposals';
import { suspenseClearedLines } from '../../../shared/ledger/postings';
import { formatYuan } from '../../../shared/money';
import { fail, ok, type Result } from '../../../shared/result';
import { suspenseKey } from '../../differences/bookApart';
import type { Difference } from '../../differences/difference';
import { differenceBy, differencesIn } from '../../differences/differences';
import { post } from '../../journal/journal';
import type { Order, PaidFacts } from '../../orders/order';
import { ordersIn, ordersOf } from '../../orders/orders';
import { takeHoldsAgain } from '../../orders/holds';
import { sendBack, settlePaid } from '../../orders/settlePaid';
import type { About, Deed, Effect, EffectCase, Preparation, Remedial, Remedy } from '../remedy';
import { settleByHand } from './settlingByHand';

type Kind = 'acceptPayment' | 'sendBackPayment' | 'settledOutside' | 'explain';
type Named = { readonly kind: Kind; readonly differenceId: string };

const WORDS: Readonly<Record<Kind, (difference: Difference) => string>> = {
  acceptPayment: ({ suspense }) => `认可实付的 ¥${formatYuan(suspense)}，为买家开通`,
  sendBackPayment: ({ suspense }) => `把 ¥${formatYuan(suspense)} 原路退回付款人`,
  settledOutside: ({ suspense }) => `¥${formatYuan(suspense)} 已在支付平台退回付款人，核销暂挂款`,
  explain: () => '已查明原因，账目无需变动',
};

/** An open difference, and what may be done about it. */
const about = async (
  { db }: Remedial,
  { kind, differenceId }: Named,
): Promise<Result<About, 'NOT_FOUND' | 'PROPOSAL_NOT_POSSIBLE'>> => {
  const { difference } = await db.together({ difference: differenceBy(differenceId) });
  if (!difference) return fail('NOT_FOUND');
  const fits = difference.status === 'open' && REMEDIES[difference.kind].includes(kind);
  if (!fits) return fail('PROPOSAL_NOT_POSSIBLE');
  const { orderId, detail } = difference;
  const summary = `${detail}。处理：${WORDS[kind](difference)}`;
  return ok({ subject: differenceId, summary, ...(orderId !== undefined && { orderId }) });
};

type Parked = {
  readonly difference: Difference;
  readonly order: Order & { readonly paid: PaidFacts };
};

/** The order that waits because of a difference, when both still do. */
const parked = async ({ tx, ports }: Deed, differenceId: string): Promise<Parked | undefined> => {
  const difference = await differencesIn(tx, ports.ids).get(differenceId);
  if (difference?.status !== 'open' || difference.orderId === undefined) return undefined;
  const order = await ordersIn(tx).get(difference.orderId);
  if (order?.status !== 'review' || !order.paid) return undefined;
  const { paid } = order;
  return paid.transactionId === difference.transactionId
    ? { difference, order: { ...order, paid } }
    : undefined;
};

const resolve = ({ tx, ports, proposal, now }: Deed, difference: Difference) =>
  differencesIn(tx, ports.ids).resolve(difference, {
    at: now,
    by: proposal.madeBy.userId,
    kind: proposal.kind,
    text: proposal.reason,
    proposalId: proposal._id,
  });

/** Undoes the E12 entry of a payment. */
const clearSuspense = (
  { tx, ports, now }: Deed,
  { provider, orderId = '', transactionId = '', suspense }: Difference,
): Promise<void> =>
  post(tx, ports.ids, {
    kind: 'suspenseCleared',
    key: suspenseKey({ orderId, transactionId }),
    orderId,
    at: now,
    lines: suspenseClearedLines(provider, suspense),
  });

/** A closed order gave back what it held; it can only be accepted with a seat and a coupon of its own. */
const prepareHolds = async ({ db }: Remedial, { differenceId }: Named): Promise<Preparation> => {
  const { difference } = await db.together({ difference: differenceBy(differenceId) });
  if (difference?.orderId === undefined) return fail('PROPOSAL_NOT_POSSIBLE');
  const order = await ordersOf(db).get(difference.orderId);
  const fits = order?.status === 'review' && order.payTo?.provider === difference.provider;
  if (!fits) return fail('PROPOSAL_NOT_POSSIBLE');
  return (await takeHoldsAgain(db, order)) ? ok(null) : fail('COURSE_SOLD_OUT');
};

const accept = async (effectCase: EffectCase<'acceptPayment'>): Promise<Effect> => {
  const found = await parked(effectCase, effectCase.proposed.differenceId);
  if (!found) return fail('PROPOSAL_NOT_POSSIBLE');
  const { order, difference } = found;
  const outcome = await settlePaid({ ...effectCase, order, paid: order.paid, by: 'admin' });
  if (outcome === 'granted') await clearSuspense(effectCase, difference);
  await resolve(effectCase, difference);
  return ok(null);
};

const giveBack = async (effectCase: EffectCase<'sendBackPayment'>): Promise<Effect> => {
  const found = await parked(effectCase, effectCase.proposed.differenceId);
  if (!found || found.order.paid.amount === 0) return fail('PROPOSAL_NOT_POSSIBLE');
  const { order, difference } = found;
  if (order.payTo?.provider !== difference.provider) return fail('PROPOSAL_NOT_POSSIBLE');
  await sendBack({ ...effectCase, order, paid: order.paid, by: 'admin' });
  await resolve(effectCase, difference);
  return ok(null);
};

/** The provider gave the money back by hand: an order that waits for it ends; other money just leaves suspense. */
const settled = async (effectCase: EffectCase<'settledOutside'>): Promise<Effect> => {
  const { tx, ports, proposed } = effectCase;
  const difference = await differencesIn(tx, ports.ids).get(proposed.differenceId);
  if (difference?.status !== 'open') return fail('PROPOSAL_NOT_POSSIBLE');
  if (difference.kind === 'mismatch') {
    const found = await parked(effectCase, proposed.differenceId);
    if (!found) return fail('PROPOSAL_NOT_POSSIBLE');
    await settleByHand(effectCase, found);
  } else await clearSuspense(effectCase, difference);
  await resolve(effectCase, difference);
  return ok(null);
};

const explained = async (effectCase: EffectCase<'explain'>): Promise<Effect> => {
  const { tx, ports, proposed } = effectCase;
  const difference = await differencesIn(tx, ports.ids).get(proposed.differenceId);
  if (difference?.status !== 'open' || difference.suspense !== 0) {
    return fail('PROPOSAL_NOT_POSSIBLE');
  }
  await resolve(effectCase, difference);
  return ok(null);
};

/** What can be done about money that does not fit. */
export const PAYMENT_REMEDIES: { readonly [K in Kind]: Remedy<K> } = {
  acceptPayment: { about, prepare: prepareHolds, effect: accept },
  sendBackPayment: { about, effect: giveBack },
  settledOutside: { about, effect: settled },
  explain: { about, effect: explained },
};
