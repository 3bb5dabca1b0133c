import type { DifferenceKind } from '../../shared/books/differences';
import { fen, formatYuan, ZERO } from '../../shared/money';
import type { RefundDecider } from '../../shared/refunds/decider';
import { differenceId, differencesIn } from '../differences/differences';
import type { Transaction } from '../database';
import type { Order } from '../orders/order';
import type { RefundEvidence } from '../payments';
import type { Ids } from '../ports';
import { deciderOf } from './decider';
import type { Refund } from './refund';

const OUTCOME_WORDS: Readonly<Record<RefundEvidence['outcome'], string>> = {
  succeeded: '已退款',
  processing: '退款中',
  abnormal: '退款异常',
  closed: '退款已关闭',
};

type Doubt = {
  readonly kind: Extract<DifferenceKind, 'contradiction' | 'amountDiffers'>;
  readonly evidence: RefundEvidence;
  /** What it does not fit, in Chinese. */
  readonly against: string;
  readonly now: number;
};

/** What was heard of a refund, as far as it tells one doubt from another. */
type Heard = Pick<RefundEvidence, 'provider' | 'orderId' | 'refundId' | 'outcome' | 'amount'>;

const doubtKey = ({ provider, orderId, refundId, outcome, amount }: Heard): string =>
  `${provider}:${orderId}:${refundId}:${outcome}:${amount}`;

/** The id of the difference that a refund nobody here asked for makes, if it is heard of before it can be believed. */
export const contradictionId = (ids: Ids, heard: Omit<Heard, 'outcome'>): string =>
  differenceId(ids, {
    kind: 'contradiction',
    key: doubtKey({ ...heard, outcome: 'succeeded' }),
  });

/** Opens a difference about something heard of a refund that cannot be believed beside what we know; once for each. */
export const doubtRefund = async (
  tx: Transaction,
  ids: Ids,
  { kind, evidence, against, now }: Doubt,
): Promise<'review'> => {
  const { provider, orderId, refundId, amount, outcome } = evidence;
  const said = `支付平台称退款 ${refundId}（¥${formatYuan(fen(amount))}）${OUTCOME_WORDS[outcome]}`;
  await differencesIn(tx, ids).openOnce({
    kind,
    key: doubtKey(evidence),
    at: now,
    provider,
    orderId,
    refundId,
    suspense: ZERO,
    detail: `${said}，但${against}`,
    evidence,
  });
  return 'review';
};

/** Each time a refund turns abnormal there is one difference, by the number of the step. */
const abnormalKey = (refundId: string, seq: number): string => `${refundId}:${seq}`;

type Stuck = {
  readonly refund: Refund;
  readonly order: Order;
  readonly evidence: RefundEvidence;
  readonly now: number;
};

/** Why a person must look at a refund, and at what. */
const STUCK: Readonly<Record<RefundDecider, string>> = {
  shop: '没能退给买家，钱还在支付平台，需要人工处理',
  apple:
    '由苹果收款，店铺不能退。请联系买家在 reportaproblem.apple.com 向苹果申请，苹果退款后本项自动了结',
};

const reasonOf = (order: Order): string => STUCK[deciderOf(order)];

/** Opens the difference of a refund that is turning abnormal. */
export const openAbnormal = async (
  tx: Transaction,
  ids: Ids,
  { refund, order, evidence, now }: Stuck,
): Promise<void> => {
  const { _id: refundId, orderId, amount, seq } = refund;
  const key = abnormalKey(refundId, seq + 1);
  const detail = `退款 ¥${formatYuan(amount)} ${reasonOf(order)}`;
  const about = { provider: evidence.provider, orderId, refundId, suspense: ZERO, detail };
  const finding = { kind: 'abnormalRefund', key, at: now, ...about, evidence } as const;
  await differencesIn(tx, ids).openOnce(finding);
};

/** The id of the difference of a refund that is abnormal now. */
export const abnormalDifference = (ids: Ids, { _id, seq }: Refund): string =>
  differenceId(ids, { kind: 'abnormalRefund', key: abnormalKey(_id, seq) });

/** Resolves the difference of an abnormal refund that came to its end after all. */
export const clearAbnormal = async (
  tx: Transaction,
  ids: Ids,
  { refund, now }: { refund: Refund; now: number },
): Promise<void> => {
  if (refund.status !== 'abnormal') return;
  const differences = differencesIn(tx, ids);
  const difference = await differences.get(abnormalDifference(ids, refund));
  if (difference?.status !== 'open') return;
  const text = '支付平台已给出最终结果';
  await differences.resolve(difference, { at: now, by: 'rule', kind: 'clearedUp', text });
};
