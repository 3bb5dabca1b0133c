import { formatYuan } from '../../../shared/money';
import { fail, ok, type Result } from '../../../shared/result';
import { differencesIn } from '../../differences/differences';
import { ordersOf } from '../../orders/orders';
import { askForRefund } from '../../refunds/asking';
import { abnormalDifference } from '../../refunds/doubt';
import type { Refund } from '../../refunds/refund';
import { refundsIn, refundsOf } from '../../refunds/refunds';
import type { About, Deed, Effect, EffectCase, Preparation, Remedial, Remedy } from '../remedy';

type Kind = 'retryRefund' | 'closeRefund';
type Named = { readonly kind: Kind; readonly refundId: string };

const WORDS: Readonly<Record<Kind, string>> = {
  retryRefund: '以原退款单号重新提交',
  closeRefund: '以支付平台查询到的最终结果了结',
};

const about = async (
  { db }: Remedial,
  { kind, refundId }: Named,
): Promise<Result<About, 'NOT_FOUND' | 'PROPOSAL_NOT_POSSIBLE'>> => {
  const refund = await refundsOf(db).get(refundId);
  if (!refund) return fail('NOT_FOUND');
  if (refund.status !== 'abnormal') return fail('PROPOSAL_NOT_POSSIBLE');
  const summary = `异常退款 ¥${formatYuan(refund.amount)}（${refund.title}）：${WORDS[kind]}`;
  return ok({ subject: refundId, orderId: refund.orderId, summary });
};

const resolve = async ({ tx, ports, proposal, now }: Deed, refund: Refund): Promise<void> => {
  const differences = differencesIn(tx, ports.ids);
  const difference = await differences.get(abnormalDifference(ports.ids, refund));
  if (difference?.status !== 'open') return;
  const { madeBy, kind, reason, _id: proposalId } = proposal;
  const resolution = { at: now, by: madeBy.userId, kind, text: reason, proposalId };
  await differences.resolve(difference, resolution);
};

/** The refund goes to the provider again, always under its own number, by the timer. */
const retry = async (effectCase: EffectCase<'retryRefund'>): Promise<Effect> => {
  const { tx, proposed, now } = effectCase;
  const refund = await refundsIn(tx).get(proposed.refundId);
  if (refund?.status !== 'abnormal') return fail('PROPOSAL_NOT_POSSIBLE');
  await resolve(effectCase, refund);
  const changes = { set: { checkAt: now, tries: 0 } };
  await refundsIn(tx).apply(refund, { event: 'retry', at: now, by: 'admin', changes });
  return ok(null);
};

/** Nobody here says how a refund ended: the provider is asked, and its answer goes through the one door. */
const askAgain = async (
  ports: Remedial,
  { refundId }: Named,
  now: number,
): Promise<Preparation> => {
  const refund = await refundsOf(ports.db).get(refundId);
  const order = refund && (await ordersOf(ports.db).get(refund.orderId));
  if (!refund || !order?.payTo) return fail('NOT_FOUND');
  const { provider } = order.payTo;
  const asked = { provider, orderId: order._id, refundId, openid: order.openid };
  const told = await askForRefund(ports, asked, { now, by: 'admin' });
  return told === 'unknown' ? fail('PAYMENT_PROVIDER_BUSY') : ok(null);
};

const close = async ({ tx, proposed }: EffectCase<'closeRefund'>): Promise<Effect> => {
  const refund = await refundsIn(tx).get(proposed.refundId);
  const ended = refund?.status === 'succeeded' || refund?.status === 'failed';
  return ended ? ok(null) : fail('PROPOSAL_NOT_POSSIBLE');
};

/** What can be done about a refund that the provider could not pay out. */
export const REFUND_REMEDIES: { readonly [K in Kind]: Remedy<K> } = {
  retryRefund: { about, effect: retry },
  closeRefund: { about, prepare: askAgain, effect: close },
};
