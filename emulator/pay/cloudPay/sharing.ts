import type { PayApi } from '../../gateway/payAction';
import { isPaid, type CloudPayment, type Paid } from '../payment';
import type { Part, Sharing } from '../sharing/sharingDesk';
import { field, refused, success, type PayAnswer, type RefusalCode } from './answer';
import { findPayment, merchantOf, type CloudPayParts } from './parts';
import { partsIn, receiverIn } from './sharingFields';
import { returnApis } from './sharingReturn';

/** Money can be shared a minute after it was paid at the earliest (money W22). */
const SETTLED_AFTER_MS = 60_000;

/** The 分账 family of cloudPay, with WeChat's rules (CloudPay.profitSharing and its sisters). */
export function sharingApis(parts: CloudPayParts): Record<string, PayApi> {
  return {
    profitSharingAddReceiver: receiverApi(parts, (account, name) => {
      parts.sharings.addReceiver(account, name);
    }),
    profitSharingRemoveReceiver: receiverApi(parts, (account) => {
      parts.sharings.removeReceiver(account);
    }),
    profitSharing: share(parts, true),
    multiProfitSharing: share(parts, false),
    profitSharingFinish: finish(parts),
    profitSharingQuery: query(parts),
    ...returnApis(parts),
  };
}

function receiverApi(
  parts: CloudPayParts,
  change: (account: string, name: string) => void,
): PayApi {
  return (params) => {
    const merchant = merchantOf(params, parts);
    if (parts.sharePercent === undefined) return refused(merchant, 'SHARING_OFF');
    const receiver = receiverIn(field(params, 'receiver'));
    if (!receiver) return refused(merchant, 'PARAM_ERROR', 'receiver');
    const lacksAppid = receiver.type === 'PERSONAL_SUB_OPENID' && !field(params, 'sub_appid');
    if (lacksAppid) return refused(merchant, 'LACK_PARAMS', 'sub_appid');
    change(receiver.account, receiver.name ?? '');
    return success(merchant, { receiver: JSON.stringify(receiver) });
  };
}

/** A single sharing frees the rest of the payment; one of several leaves it frozen. */
function share(parts: CloudPayParts, frees: boolean): PayApi {
  return (params) => {
    const merchant = merchantOf(params, parts);
    const outOrderNo = numberIn(params);
    const wanted = partsIn(field(params, 'receivers'));
    if (!outOrderNo) return refused(merchant, 'PARAM_ERROR', 'out_order_no');
    if (!wanted) return refused(merchant, 'PARAM_ERROR', 'receivers');
    const payment = paidPayment(params, parts);
    if (!payment) return refused(merchant, 'ORDERNOTEXIST');
    const known = parts.sharings.find(outOrderNo);
    const wrong = known ? changed(known, payment, wanted) : problem(payment, wanted, parts);
    if (wrong) return refused(merchant, wrong);
    const sharing = known ?? parts.sharings.accept(payment, { outOrderNo, parts: wanted, frees });
    return success(merchant, fieldsOf(sharing, payment));
  };
}

/** The merchant's number of a sharing; undefined when WeChat would not take it. */
function numberIn(params: Record<string, unknown>): string | undefined {
  return /^[0-9A-Za-z_\-|*@]{1,64}$/.exec(field(params, 'out_order_no'))?.[0];
}

function paidPayment(
  params: Record<string, unknown>,
  parts: CloudPayParts,
): Paid<CloudPayment> | undefined {
  const payment = findPayment(params, parts);
  return payment && isPaid(payment) ? payment : undefined;
}

type Check = (payment: Paid<CloudPayment>, wanted: Part[], parts: CloudPayParts) => boolean;

/** Why a new sharing is refused, in WeChat's order of things. */
const CHECKS: [RefusalCode, Check][] = [
  ['SHARING_OFF', (_payment, _wanted, { sharePercent }) => sharePercent !== undefined],
  ['NO_SHARING', ({ toBeShared }) => toBeShared === true],
  ['NOT_READY', ({ paid }, _wanted, { book }) => book.clock.now() >= paid.at + SETTLED_AFTER_MS],
  ['SHARED_ALREADY', (payment, _wanted, { sharings }) => sharings.isFrozen(payment)],
  [
    'RECEIVER_UNKNOWN',
    (_payment, wanted, { sharings }) => wanted.every(({ account }) => sharings.knows(account)),
  ],
  ['SHARE_EXCEEDED', fits],
];

function fits(payment: Paid<CloudPayment>, wanted: Part[], parts: CloudPayParts): boolean {
  const sum = wanted.reduce((total, { amount }) => total + amount, 0);
  const most = Math.floor((payment.paid.amount * (parts.sharePercent ?? 0)) / 100);
  return sum <= most && sum <= parts.sharings.left(payment);
}

function problem(
  payment: Paid<CloudPayment>,
  wanted: Part[],
  parts: CloudPayParts,
): RefusalCode | undefined {
  return CHECKS.find(([, holds]) => !holds(payment, wanted, parts))?.[0];
}

function changed(
  known: Sharing,
  { outTradeNo }: CloudPayment,
  wanted: Part[],
): RefusalCode | undefined {
  const key = (all: Part[]) => JSON.stringify(all.map(({ account, amount }) => [account, amount]));
  const same = known.outTradeNo === outTradeNo && key(known.parts) === key(wanted);
  return same ? undefined : 'SHARING_CHANGED';
}

/** Frees what is left of a payment; one that is free is refused. */
function finish(parts: CloudPayParts): PayApi {
  return (params) => {
    const merchant = merchantOf(params, parts);
    const outOrderNo = numberIn(params);
    if (!outOrderNo) return refused(merchant, 'PARAM_ERROR', 'out_order_no');
    if (!field(params, 'description')) return refused(merchant, 'LACK_PARAMS', 'description');
    const payment = paidPayment(params, parts);
    if (!payment) return refused(merchant, 'ORDERNOTEXIST');
    const known = parts.sharings.find(outOrderNo);
    if (!known && !parts.sharings.isFrozen(payment)) return refused(merchant, 'SHARED_ALREADY');
    const freed = { outOrderNo, parts: [], frees: true };
    return success(merchant, fieldsOf(known ?? parts.sharings.accept(payment, freed), payment));
  };
}

function query(parts: CloudPayParts): PayApi {
  return (params) => {
    const merchant = merchantOf(params, parts);
    const sharing = parts.sharings.find(field(params, 'out_order_no'));
    const payment = findPayment(params, parts);
    if (!sharing || !payment || sharing.outTradeNo !== payment.outTradeNo)
      return refused(merchant, 'SHARING_NOT_EXIST');
    const { status, result } = sharing;
    const failure = result === 'CLOSED' && { fail_reason: 'ACCOUNT_ABNORMAL' };
    const receivers = sharing.parts.map((part) => ({ ...part, result, ...failure }));
    return success(merchant, {
      ...fieldsOf(sharing, payment),
      status,
      receivers: JSON.stringify(receivers),
    });
  };
}

function fieldsOf({ outOrderNo, orderId }: Sharing, { paid }: CloudPayment): PayAnswer {
  return { transaction_id: paid?.transactionId, out_order_no: outOrderNo, order_id: orderId };
}
