/** How an answer is read, and how long to wait before each further attempt. */
export type NotificationKind = 'cloudPay' | 'virtualPay' | 'virtualRefund';

/** One message to a function about a payment, repeated until it is taken. */
export interface Notification {
  id: string;
  kind: NotificationKind;
  outTradeNo: string;
  functionName: string;
  env: string;
  event: Record<string, unknown>;
  attempts: number;
  accepted: boolean;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h (money W5, V5). */
const PAY_LADDER = [
  15 * SECOND,
  15 * SECOND,
  30 * SECOND,
  3 * MINUTE,
  10 * MINUTE,
  20 * MINUTE,
  30 * MINUTE,
  30 * MINUTE,
  30 * MINUTE,
  60 * MINUTE,
  3 * HOUR,
  3 * HOUR,
  3 * HOUR,
  6 * HOUR,
  6 * HOUR,
];

/** xpay_refund_notify: 2, 4, 8 … seconds, 15 times (virtual-payment, 消息推送). */
const XPAY_REFUND_LADDER = Array.from({ length: 15 }, (_, step) => 2 ** (step + 1) * SECOND);

const LADDERS: Record<NotificationKind, number[]> = {
  cloudPay: PAY_LADDER,
  virtualPay: PAY_LADDER,
  virtualRefund: XPAY_REFUND_LADDER,
};

/** How long after this many attempts the next one comes; undefined when WeChat gives up. */
export function nextDelay(kind: NotificationKind, attempts: number): number | undefined {
  return LADDERS[kind][attempts - 1];
}

/**
 * Whether WeChat takes the answer as received. cloudPay wants `{errcode: 0}`; virtual payment `{ErrCode: 0}`,
 * an empty answer or `success` (paymentCallback; virtual-payment, 推送响应格式说明).
 */
export function isAccepted(kind: NotificationKind, answer: unknown): boolean {
  const fields = (typeof answer === 'object' && answer !== null ? answer : {}) as {
    errcode?: unknown;
    ErrCode?: unknown;
  };
  if (kind === 'cloudPay') return fields.errcode === 0;
  return fields.ErrCode === 0 || answer === null || answer === '' || answer === 'success';
}
