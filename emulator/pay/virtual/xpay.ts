import type { OrderBook } from '../orderBook';
import { isPaid, type Paid, type Refund, type VirtualPayment } from '../payment';
import { downloadBill } from './bill';
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
  download_bill: downloadBill,
};

function queryOrder(params: Record<string, unknown>, parts: XpayParts): XpayOutcome {
  const found = ownPayment(params, parts);
  return 'refused' in found ? found : { fields: { order: xpayOrder(found.payment, parts) } };
}

/** Begins a refund; the outcome shows in `query_order` and comes as `xpay_refund_notify`. */
function refundOrder(params: Record<string, unknown>, parts: XpayParts): XpayOutcome {
  const found = ownPayment(params, parts);
  if ('refused' in found) return found;
  const { payment } = found;
  if (!isPaid(payment)) return { refused: BAD_PARAMS, detail: 'order is not paid' };
  const known = parts.book.findRefund(text(params, 'refund_order_id'));
  const wrong = known ? undefined : refundProblem(params, parts.refunds.left(payment));
  if (wrong) return wrong;
  return { fields: refundFields(payment, known ?? beginRefund(params, payment, parts)) };
}

/** What each field of a refund must look like (virtual-payment, refund_order). */
const REFUND_FIELDS: [string, RegExp][] = [
  ['refund_order_id', /^[\w-]{8,32}$/],
  ['refund_reason', /^[0-5]$/],
  ['req_from', /^[1-3]$/],
];

function refundProblem(params: Record<string, unknown>, left: number): XpayOutcome | undefined {
  const bad = REFUND_FIELDS.find(([name, pattern]) => !pattern.test(text(params, name)));
  if (bad) return { refused: BAD_PARAMS, detail: bad[0] };
  if (params['left_fee'] !== left) return { refused: WRONG_LEFT_FEE };
  const fee = params['refund_fee'];
  const fits = typeof fee === 'number' && Number.isSafeInteger(fee) && fee > 0 && fee <= left;
  return fits ? undefined : { refused: BAD_PARAMS, detail: 'refund_fee' };
}

function beginRefund(
  params: Record<string, unknown>,
  payment: Paid<VirtualPayment>,
  { refunds, pushTo }: XpayParts,
): Refund {
  return refunds.accept({
    payment,
    outRefundNo: text(params, 'refund_order_id'),
    amount: Number(params['refund_fee']),
    reason: text(params, 'refund_reason'),
    by: 'api',
    ...(pushTo && { notify: pushTo }),
  });
}

function refundFields(payment: VirtualPayment, refund: Refund) {
  return {
    refund_order_id: refund.outRefundNo,
    refund_wx_order_id: refund.refundId,
    pay_order_id: payment.outTradeNo,
    pay_wx_order_id: payment.wxOrderId,
  };
}

/** Says the goods were delivered when no push was answered in time. */
function notifyProvideGoods(params: Record<string, unknown>, { book }: XpayParts): XpayOutcome {
  const payment = lookUp(params, book);
  if (!payment || !isPaid(payment)) return { refused: BAD_PARAMS, detail: 'order_id' };
  if (payment.deliveredAt !== undefined) return { refused: REPEATED };
  book.save({ ...payment, deliveredAt: book.clock.now() }, '商户通知已发货');
  return { fields: {} };
}

type Found = { payment: VirtualPayment } | { refused: number; detail?: string };

/** The order a request means, when it is that user's. */
function ownPayment(params: Record<string, unknown>, { book }: XpayParts): Found {
  const payment = lookUp(params, book);
  if (!payment) return { refused: BAD_PARAMS, detail: 'order_id' };
  return payment.openid === params['openid'] ? { payment } : { refused: BAD_OPENID };
}

function lookUp(params: Record<string, unknown>, book: OrderBook): VirtualPayment | undefined {
  const { order_id: orderId, wx_order_id: wxOrderId, env } = params;
  return book
    .all()
    .filter((payment) => payment.channel === 'virtualPay')
    .filter((payment) => payment.env === env)
    .find((payment) =>
      orderId === undefined ? payment.wxOrderId === wxOrderId : payment.outTradeNo === orderId,
    );
}

/** A field as text; numbers become decimal text. */
function text(params: Record<string, unknown>, name: string): string {
  const value = params[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
