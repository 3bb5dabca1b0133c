import type { Payment } from '../payment';
import { xpayOrder } from './xpayOrder';
import type { XpayParts } from './parts';

/** What a server interface answers: fields, or one of WeChat's error numbers. */
export type XpayOutcome =
  { fields: Record<string, unknown> } | { refused: number; detail?: string };

/** One `xpay/*` interface over a verified request. */
export type XpayApi = (params: Record<string, unknown>, parts: XpayParts) => XpayOutcome;

const BAD_OPENID = 268490001;
const BAD_PARAMS = 268490002;
const REPEATED = 268490004;
const WRONG_LEFT_FEE = 268490016;

/** The server interfaces this cloud knows (virtual-payment, 服务器API). */
export const XPAY_APIS: Record<string, XpayApi> = {
  query_order: queryOrder,
  refund_order: refundOrder,
  notify_provide_goods: notifyProvideGoods,
};

function queryOrder(params: Record<string, unknown>, parts: XpayParts): XpayOutcome {
  const found = findPayment(params, parts);
  return 'refused' in found ? found : { fields: { order: xpayOrder(found.payment, parts) } };
}

/** Begins a refund; the outcome shows in `query_order` and comes as `xpay_refund_notify`. */
function refundOrder(params: Record<string, unknown>, parts: XpayParts): XpayOutcome {
  const found = findPayment(params, parts);
  if ('refused' in found) return found;
  const { payment } = found;
  const outRefundNo = String(params['refund_order_id'] ?? '');
  const known = parts.book.findRefund(outRefundNo);
  if (known) return refundFields(payment, known.outRefundNo, known.refundId);
  const wrong = refundProblem(params, payment, parts);
  if (wrong) return wrong;
  const refund = parts.refunds.accept({
    payment,
    outRefundNo,
    amount: params['refund_fee'] as number,
    reason: String(params['refund_reason'] ?? ''),
    by: 'api',
    ...(parts.pushTo && { notify: parts.pushTo }),
  });
  return refundFields(payment, refund.outRefundNo, refund.refundId);
}

function refundProblem(
  params: Record<string, unknown>,
  payment: Payment,
  { refunds }: XpayParts,
): XpayOutcome | undefined {
  const { refund_order_id: id, refund_fee: fee, left_fee: leftFee } = params;
  const reasonKnown = ['0', '1', '2', '3', '4', '5'].includes(String(params['refund_reason']));
  const sourceKnown = ['1', '2', '3'].includes(String(params['req_from']));
  if (payment.paidAt === undefined) return { refused: BAD_PARAMS, detail: 'order is not paid' };
  if (!/^[\w-]{8,32}$/.test(String(id))) return { refused: BAD_PARAMS, detail: 'refund_order_id' };
  if (!reasonKnown) return { refused: BAD_PARAMS, detail: 'refund_reason' };
  if (!sourceKnown) return { refused: BAD_PARAMS, detail: 'req_from' };
  if (leftFee !== refunds.left(payment)) return { refused: WRONG_LEFT_FEE };
  const fits = Number.isSafeInteger(fee) && (fee as number) > 0 && (fee as number) <= leftFee;
  return fits ? undefined : { refused: BAD_PARAMS, detail: 'refund_fee' };
}

function refundFields(payment: Payment, outRefundNo: string, refundId: string): XpayOutcome {
  return {
    fields: {
      refund_order_id: outRefundNo,
      refund_wx_order_id: refundId,
      pay_order_id: payment.outTradeNo,
      pay_wx_order_id: payment.virtual?.wxOrderId ?? '',
    },
  };
}

/** Says the goods were delivered when no push was answered in time. */
function notifyProvideGoods(params: Record<string, unknown>, parts: XpayParts): XpayOutcome {
  const payment = lookUp(params, parts);
  if (!payment?.virtual || payment.paidAt === undefined) {
    return { refused: BAD_PARAMS, detail: 'order_id' };
  }
  if (payment.virtual.deliveredAt !== undefined) return { refused: REPEATED };
  const virtual = { ...payment.virtual, deliveredAt: parts.book.clock.now() };
  parts.book.save({ ...payment, virtual }, '商户通知已发货');
  return { fields: {} };
}

type Found = { payment: Payment } | { refused: number; detail?: string };

function findPayment(params: Record<string, unknown>, parts: XpayParts): Found {
  const payment = lookUp(params, parts);
  if (!payment) return { refused: BAD_PARAMS, detail: 'order_id' };
  return payment.openid === params['openid'] ? { payment } : { refused: BAD_OPENID };
}

function lookUp(params: Record<string, unknown>, { book }: XpayParts): Payment | undefined {
  const { order_id: orderId, wx_order_id: wxOrderId, env } = params;
  const payment =
    typeof orderId === 'string'
      ? book.find(orderId)
      : book.all().find(({ virtual }) => virtual?.wxOrderId === wxOrderId);
  return payment?.virtual?.env === env ? payment : undefined;
}
