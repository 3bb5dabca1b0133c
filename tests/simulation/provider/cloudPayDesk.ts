import { fromBeijingStamp } from '../../../emulator/beijing';
import { billOf } from './bills';
import {
  accepted,
  moment,
  noBill,
  notDealtWith,
  refused,
  stamp,
  type Answer,
} from './cloudPayWords';
import type { Payment, ProviderRefund, Transaction } from './orderBook';
import { isFrozen, SHARING } from './sharing';
import type { ProviderWorld } from './world';

type Request = Readonly<Record<string, unknown>>;
type Method = (request: Request, world: ProviderWorld) => Answer;

const text = (request: Request, field: string): string => String(request[field] ?? '');

const unifiedOrder: Method = (request, { book, now, account }) => {
  const orderId = text(request, 'outTradeNo');
  const known = book.payments.get(orderId);
  const frozen = JSON.stringify([request['body'], request['totalFee'], request['subMchId']]);
  if (known?.state === 'CLOSED') return refused('ORDERCLOSED');
  if (known && known.state !== 'NOTPAY') return refused('ORDERPAID');
  if (known && known.frozen !== frozen) return refused('OUT_TRADE_NO_USED');
  if (!known) {
    book.payments.set(orderId, {
      orderId,
      channel: 'cloudPay',
      openid: text(request, 'simulatedPayer'),
      amount: Number(request['totalFee']),
      merchant: account.merchant,
      appId: account.appId,
      createdAt: now(),
      expiresAt: moment(text(request, 'timeExpire')),
      frozen,
      state: 'NOTPAY',
      atPassword: false,
      stillPayable: false,
      transactions: [],
      toBeShared: request['profitSharing'] === 'Y',
    });
  }
  const params = {
    timeStamp: String(Math.floor(now() / 1000)),
    nonceStr: 'nonce',
    package: `prepay_id=${orderId}`,
    signType: 'MD5',
    paySign: 'sign',
  };
  return accepted({ payment: params });
};

/** Money that has been with WeChat for less than this may be missing from a query (W12). */
const LAG_MS = 90_000;

const STATE_AFTER_REFUND = 'REFUND';

const queryOrder: Method = (request, { book, fortune, now }) => {
  const orderId = text(request, 'outTradeNo');
  const payment = book.payments.get(orderId);
  if (!payment) return refused('ORDERNOTEXIST');
  const [first] = payment.transactions;
  const lags = first && now() - first.at < LAG_MS && fortune.strikes('queryLags', orderId);
  if (!first || lags) {
    const tradeState = first ? 'NOTPAY' : payment.state;
    return accepted({ outTradeNo: orderId, tradeState, totalFee: payment.amount });
  }
  const wasRefunded = book.refundsOf(orderId).some(({ state }) => state === 'SUCCESS');
  const tradeState = wasRefunded ? STATE_AFTER_REFUND : 'SUCCESS';
  return accepted({ ...paidFields(payment, first), tradeState });
};

const paidFields = ({ orderId, appId }: Payment, paid: Transaction): Answer => ({
  outTradeNo: orderId,
  subOpenid: paid.payer,
  subMchId: paid.merchant,
  subAppid: appId,
  totalFee: paid.amount,
  transactionId: paid.id,
  timeEnd: stamp(paid.at),
});

/** The callback of a payment. */
export const paidEvent = (payment: Payment, paid: Transaction): Answer => ({
  returnCode: 'SUCCESS',
  resultCode: 'SUCCESS',
  ...paidFields(payment, paid),
});

const closeOrder: Method = (request, { book, fortune }) => {
  const orderId = text(request, 'outTradeNo');
  const payment = book.payments.get(orderId);
  if (!payment) return refused('ORDERNOTEXIST');
  if (payment.state === 'CLOSED') return refused('ORDERCLOSED');
  if (payment.state !== 'NOTPAY') return refused('ORDERPAID');
  payment.state = 'CLOSED';
  payment.stillPayable = payment.atPassword && fortune.strikes('closeOkButLands', orderId);
  return accepted({ resultMsg: 'OK' });
};

const SPACING_MS = 60_000;

const refund: Method = (request, { book, now, refundTaken }) => {
  const orderId = text(request, 'outTradeNo');
  const number = text(request, 'outRefundNo');
  const amount = Number(request['refundFee']);
  const payment = book.payments.get(orderId);
  if (!payment) return refused('ORDERNOTEXIST');
  if (payment.transactions.length === 0) return refused('TRADE_STATE_ERROR');
  const known = book.refunds.get(number);
  if (known && (known.orderId !== orderId || known.amount !== amount)) {
    return refused('REFUND_FEE_MISMATCH');
  }
  if (!known) {
    if (Number(request['totalFee']) !== book.paidFor(orderId))
      return refused('REFUND_FEE_MISMATCH');
    if (isFrozen(payment, now())) return refused('FROZEN');
    if (amount > book.left(orderId)) return refused('REFUND_FEE_EXCEEDED');
    const tooSoon = book
      .refundsOf(orderId)
      .some(({ by, acceptedAt }) => by === 'api' && now() - acceptedAt < SPACING_MS);
    if (tooSoon) return refused('FREQUENCY_LIMITED');
    const taken: ProviderRefund = {
      number,
      orderId,
      amount,
      by: 'api',
      acceptedAt: now(),
      state: 'PROCESSING',
      fate: [],
    };
    book.refunds.set(number, taken);
    refundTaken(number);
  }
  return accepted({ outTradeNo: orderId, outRefundNo: number, refundFee: amount });
};

const queryRefund: Method = (request, { book, fortune, now }) => {
  const number = text(request, 'outRefundNo');
  const found = book.refunds.get(number);
  const lags =
    found && now() - found.acceptedAt < LAG_MS && fortune.strikes('refundQueryLags', number);
  if (!found || lags) return refused('REFUNDNOTEXIST');
  const empty = fortune.strikes('emptyRefundLists', number);
  const state = fortune.strikes('refundStateGoesBack', number) ? 'PROCESSING' : found.state;
  return accepted({
    outTradeNo: found.orderId,
    refundCount: 1,
    outRefundNoList: empty ? [] : [number],
    refundFeeList: empty ? [] : [found.amount],
    refundStatusList: empty ? [] : [state],
  });
};

/** The callback of a refund. */
export const refundEvent = ({ number, orderId, amount, state }: ProviderRefund): Answer => ({
  returnCode: 'SUCCESS',
  outTradeNo: orderId,
  outRefundNo: number,
  refundFee: amount,
  refundStatus: state,
});

const downloadBill: Method = (request, { book, now }) => {
  const day = fromBeijingStamp(text(request, 'billDate'));
  const bill = billOf(book, { channel: 'cloudPay', day, now: now() });
  return bill ? { data: bill } : noBill(bill === undefined ? 'Bill Creating' : 'No Bill Exist');
};

const METHODS: Readonly<Record<string, Method>> = {
  unifiedOrder,
  queryOrder,
  closeOrder,
  refund,
  queryRefund,
  downloadBill,
  ...SHARING,
};

const subjectOf = (request: Request): string =>
  ['outRefundNo', 'outTradeNo', 'outOrderNo', 'billDate']
    .map((field) => text(request, field))
    .find(Boolean) ?? '';

/**
 * `cloud.cloudPay` of one call: `payer` is who the platform says is calling, whom WeChat charges when an order is placed.
 */
export const cloudPayDesk = (world: ProviderWorld, payer: string) => {
  const call = (name: string, method: Method) => async (request: Request) => {
    const about = `${name}/${subjectOf(request)}`;
    const named = name === 'unifiedOrder' ? { ...request, simulatedPayer: payer } : request;
    return world.io(`cloudPay.${name}`, () => {
      if (world.fortune.strikes('transportFails', about)) throw new Error('request timeout');
      if (world.fortune.strikes('failWithCodeZero', about)) return notDealtWith();
      const answer = method(named, world);
      if (world.fortune.strikes('acceptedThenError', about)) throw new Error('request timeout');
      return answer;
    });
  };
  return Object.fromEntries(
    Object.entries(METHODS).map(([name, method]) => [name, call(name, method)]),
  );
};
