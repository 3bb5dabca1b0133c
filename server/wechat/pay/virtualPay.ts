import { unknown, type PaymentProvider, type Unknown } from '../../payments';
import { orderFrom, paymentOf, paymentState, refundOf, saysNoOrder } from './virtualPayEvidence';
import { readVirtualPayBill } from './virtualPayBill';
import { callXpay, hmac, sessionOf, textAt, type XpayAnswer, type XpayKeys } from './xpay';

/** 268490014: this refund is under way already, the same number may be sent again. */
const REFUND_UNDER_WAY = 268490014;
/** 268490004: it was done before; a push that was accepted has told of the delivery already. */
const REPEATED = 268490004;
/** -1 system error, 268490015 too often: nothing is decided. */
const UNDECIDED = [-1, 268490015];

/** Nobody describes these reasons better: 3 the buyer wants it; 2 the buyer began it. */
const BUYER_WANTS_IT = { refund_reason: '3', req_from: '2' };

/** Virtual payment (V1–V9): the server signs, the phone orders, WeChat pushes, and every word is asked for again. */
export const virtualPay = (keys: XpayKeys, offerId: string): PaymentProvider => {
  const payee = { merchant: offerId, appId: keys.appId, live: keys.env === 0 };

  const ask = async (path: `/xpay/${string}`, request: object): Promise<XpayAnswer | Unknown> => {
    try {
      const answer = await callXpay(keys, path, { ...request, env: keys.env });
      return UNDECIDED.includes(answer.errcode) ? unknown(words(answer)) : answer;
    } catch (error) {
      return unknown(String(error));
    }
  };

  const find = async (orderId: string, openid: string) => {
    const answer = await ask('/xpay/query_order', { openid, order_id: orderId });
    if (isUnknown(answer)) return answer;
    if (saysNoOrder(answer)) return undefined;
    return orderFrom(answer, orderId) ?? unknown(words(answer));
  };

  const query: PaymentProvider['query'] = async ({ orderId, openid }) => {
    const told = await find(orderId, openid);
    if (!told) return { kind: 'unpaid' };
    if (isUnknown(told)) return told;
    const state = paymentState(told);
    if (state === 'paid') {
      return { kind: 'paid', evidence: paymentOf(told, { ...payee, payer: openid }) };
    }
    return state ? { kind: state } : unknown(`order status ${told.status}`);
  };

  return {
    name: 'virtualPay',
    // The user's session signs it, and sessions end without notice.
    prepayLasts: false,
    payee: () => payee,

    async prepay({ orderId, amount, listPrice, productId, openid, loginCode }) {
      if (loginCode === undefined) return { kind: 'refused', reason: 'no login code' };
      const session = await sessionOf(keys, loginCode).catch(() => undefined);
      if (session?.openid !== openid)
        return { kind: 'refused', reason: 'login code of nobody here' };
      const signData = JSON.stringify({
        offerId,
        buyQuantity: 1,
        env: keys.env,
        currencyType: 'CNY',
        productId,
        // The published price; WeChat takes what is asked instead of it (F55).
        goodsPrice: listPrice,
        ...(amount < listPrice && { activitySellingPrice: amount }),
        outTradeNo: orderId,
        attach: orderId,
      });
      const paySig = hmac(keys.appKey, `requestVirtualPayment&${signData}`);
      const signature = hmac(session.session_key, signData);
      const params = { mode: 'short_series_goods', signData, paySig, signature } as const;
      return { kind: 'ready', payment: { provider: 'virtualPay', params } };
    },

    query,

    /** There is no interface to close an order: unpaid is all there is to know, and late money has its own way. */
    async close(order) {
      const state = await query(order);
      if (state.kind === 'unpaid') return { kind: 'closed' };
      return state.kind === 'unknown' ? state : { kind: state.kind };
    },

    async refund({ refundId, orderId, openid, amount, left }) {
      const answer = await ask('/xpay/refund_order', {
        ...BUYER_WANTS_IT,
        openid,
        order_id: orderId,
        refund_order_id: refundId,
        left_fee: left,
        refund_fee: amount,
        biz_meta: '',
      });
      if (isUnknown(answer)) return answer;
      const accepted = answer.errcode === 0 && answer['refund_order_id'] === refundId;
      if (accepted || answer.errcode === REFUND_UNDER_WAY) return { kind: 'accepted' };
      return answer.errcode === 0
        ? unknown('accepted another refund than ours')
        : { kind: 'refused', reason: words(answer) };
    },

    async queryRefund({ refundId, orderId, openid }) {
      const told = await find(refundId, openid);
      if (!told) return { kind: 'absent' };
      if (isUnknown(told)) return told;
      const evidence = refundOf(told, orderId);
      return evidence ? { kind: 'found', evidence } : unknown(`order type ${told.order_type}`);
    },

    /** The first call has the bill made; its link is empty until it is (download_bill, which takes no `env`). */
    async bill(date) {
      const day = Number(date.replaceAll('-', ''));
      try {
        const answer = await callXpay(keys, '/xpay/download_bill', { begin_ds: day, end_ds: day });
        if (answer.errcode !== 0) return unknown(words(answer));
        const url = String(answer['url'] ?? '');
        return url ? { kind: 'ready', text: await textAt(url) } : { kind: 'notReady' };
      } catch (error) {
        return unknown(String(error));
      }
    },

    readBill: (text) => readVirtualPayBill(text, payee.merchant),

    async reportDelivery({ orderId }) {
      const answer = await ask('/xpay/notify_provide_goods', { order_id: orderId });
      if (isUnknown(answer)) return answer;
      const delivered = answer.errcode === 0 || answer.errcode === REPEATED;
      return delivered ? { kind: 'done' } : unknown(words(answer));
    },
  };
};

const isUnknown = (answer: object): answer is Unknown =>
  'kind' in answer && answer.kind === 'unknown';

const words = ({ errcode, errmsg }: XpayAnswer): string => `${errcode} ${String(errmsg)}`;
