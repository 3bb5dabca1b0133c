import { payment as paymentSchema } from '../../../shared/orders/contract';
import { unknown, type PaymentProvider, type Unknown } from '../../payments';
import type { Settings } from '../../ports';
import type { Sdk } from '../sdk';
import { stampOf } from './beijing';
import {
  cloudPayApi,
  isRefusal,
  isSuccess,
  saysBillNotReady,
  saysNoBill,
  saysNoOrder,
  saysNoRefund,
  wordsOf,
  type CloudPayAnswer,
} from './cloudPayApi';
import { readCloudPayBill } from './cloudPayBill';
import { paymentFrom, refundFromLists } from './cloudPayEvidence';
import { reportShipping } from './shipping';

/** WeChat tells this function of payments and refunds. */
const CALLBACK = 'payCallback';

type Account = NonNullable<Settings['payments']['cloudPay']>;

/** `body` holds 128 bytes at most. */
const shortTitle = (title: string): string => {
  const characters = [...title];
  while (Buffer.byteLength(characters.join('')) > 128) characters.pop();
  return characters.join('');
};

/** Ordinary WeChat payment over the cloud's private link: no certificates, no signing (C1–C7). */
export const cloudPay = (
  cloud: Sdk,
  { subMchId, envId, reportShipping: reports, sharePercent }: Account,
  nonce: () => string,
): PaymentProvider => {
  const api = cloudPayApi(cloud);
  const common = () => ({ subMchId, nonceStr: nonce() });
  const callback = { functionName: CALLBACK, envId };

  /** Sends a call; a failure of the way there is told apart from an answer. */
  const ask = async (send: Promise<CloudPayAnswer>): Promise<CloudPayAnswer> => {
    try {
      return await send;
    } catch (error) {
      return { errMsg: `no answer: ${String((error as { errMsg?: string }).errMsg ?? error)}` };
    }
  };

  /**
   * Frees what is still frozen of a payment. Its answer decides nothing: money that was shared or freed before is
   * refused here, and the refund itself is refused where there is too little of it.
   */
  const free = (orderId: string, transactionId: string) =>
    ask(
      api.profitSharingFinish({
        ...common(),
        transactionId,
        outOrderNo: `${orderId}F`,
        description: '买家退款，解冻剩余资金',
      }),
    );

  const query: PaymentProvider['query'] = async ({ orderId }) => {
    const answer = await ask(api.queryOrder({ ...common(), outTradeNo: orderId }));
    if (saysNoOrder(answer)) return { kind: 'unpaid' };
    if (!isSuccess(answer)) return unknown(wordsOf(answer));
    return stateOf(answer, orderId);
  };

  return {
    name: 'cloudPay',
    prepayLasts: true,
    ...(sharePercent !== undefined && { sharePercent }),
    payee: () => ({ merchant: subMchId, appId: cloud.getWXContext().APPID ?? '', live: true }),

    async prepay({ orderId, amount, title, clientIp, expiresAt, toBeShared }) {
      const answer = await ask(
        api.unifiedOrder({
          ...common(),
          ...callback,
          body: shortTitle(title),
          outTradeNo: orderId,
          totalFee: amount,
          spbillCreateIp: clientIp || '127.0.0.1',
          tradeType: 'JSAPI',
          timeExpire: stampOf(expiresAt),
          ...(toBeShared && { profitSharing: 'Y' }),
        }),
      );
      if (isRefusal(answer)) return { kind: 'refused', reason: wordsOf(answer) };
      const payment = paymentSchema.safeParse({ provider: 'cloudPay', params: answer['payment'] });
      return isSuccess(answer) && payment.success
        ? { kind: 'ready', payment: payment.data }
        : unknown(wordsOf(answer));
    },

    query,

    async close(order) {
      const answer = await ask(api.closeOrder({ ...common(), outTradeNo: order.orderId }));
      if (isSuccess(answer) || saysNoOrder(answer)) return { kind: 'closed' };
      // The code of a refusal does not reach us, so the order itself is asked what is the matter.
      const state = await query(order);
      if (state.kind === 'paid' || state.kind === 'closed') return { kind: state.kind };
      return unknown(wordsOf(answer));
    },

    async refund({ refundId, orderId, paid, amount, reason, frozenAs }) {
      if (frozenAs) await free(orderId, frozenAs.transactionId);
      const answer = await ask(
        api.refund({
          ...common(),
          ...callback,
          outTradeNo: orderId,
          outRefundNo: refundId,
          totalFee: paid,
          refundFee: amount,
          refundDesc: [...reason].slice(0, 80).join(''),
        }),
      );
      if (isRefusal(answer)) return { kind: 'refused', reason: wordsOf(answer) };
      const same = answer['outRefundNo'] === refundId && Number(answer['refundFee']) === amount;
      return isSuccess(answer) && same ? { kind: 'accepted' } : unknown(wordsOf(answer));
    },

    async queryRefund({ refundId }) {
      const answer = await ask(api.queryRefund({ ...common(), outRefundNo: refundId }));
      if (saysNoRefund(answer)) return { kind: 'absent' };
      const evidence = refundFromLists(answer, refundId);
      return evidence ? { kind: 'found', evidence } : unknown(wordsOf(answer));
    },

    async bill(date) {
      const billDate = date.replaceAll('-', '');
      const answer = await ask(api.downloadBill({ ...common(), billDate, billType: 'ALL' }));
      if (typeof answer['data'] === 'string') return { kind: 'ready', text: answer['data'] };
      if (saysNoBill(answer)) return { kind: 'ready', text: '' };
      return saysBillNotReady(answer) ? { kind: 'notReady' } : unknown(wordsOf(answer));
    },

    readBill: readCloudPayBill,

    reportDelivery: async (order) => (reports ? reportShipping(cloud, order) : { kind: 'done' }),
  };
};

type State = Awaited<ReturnType<PaymentProvider['query']>>;

/** `REFUND` means that it was paid once (W12). */
const STATES: Readonly<Record<string, 'paid' | 'unpaid' | 'closed'>> = {
  SUCCESS: 'paid',
  REFUND: 'paid',
  NOTPAY: 'unpaid',
  USERPAYING: 'unpaid',
  PAYERROR: 'unpaid',
  CLOSED: 'closed',
  REVOKED: 'closed',
};

const stateOf = (answer: CloudPayAnswer, orderId: string): State => {
  const state = STATES[String(answer['tradeState'])];
  if (answer['outTradeNo'] !== orderId || !state) return unheardOf(answer);
  if (state !== 'paid') return { kind: state };
  const evidence = paymentFrom(answer, 'query');
  return evidence ? { kind: 'paid', evidence } : unheardOf(answer);
};

const unheardOf = (answer: CloudPayAnswer): Unknown =>
  unknown(`an answer that fits nothing: ${String(answer['tradeState'])}`);
