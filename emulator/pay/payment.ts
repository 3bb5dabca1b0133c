/** WeChat Pay's own states of an order (V2 `trade_state`). */
export type PaymentState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';

/** What happened to a payment, for people. */
export interface TimelineEntry {
  /** By the cloud's clock. */
  at: number;
  text: string;
}

/** The function to tell of an outcome. */
export interface Listener {
  functionName: string;
  env: string;
}

/** That the payer paid: when, how much in fen, and WeChat Pay's number for it. */
export interface PaidFacts {
  at: number;
  /** The order's amount unless somebody made it differ. */
  amount: number;
  transactionId: string;
}

/** What every order in WeChat Pay's book has. Amounts in fen, times in epoch ms of the cloud's clock. */
interface PaymentFacts {
  outTradeNo: string;
  openid: string;
  description: string;
  amount: number;
  attach: string;
  state: PaymentState;
  createdAt: number;
  /** The last moment at which the user can pay. */
  expiresAt?: number;
  paid?: PaidFacts;
  refundedAmount: number;
  /** Closed while the payer was at the password: it can still be paid. */
  stillPayable?: boolean;
  /** Undefined when nobody asked to be told. */
  notify?: Listener;
  timeline: TimelineEntry[];
}

/** An order placed by `cloudPay.unifiedOrder`. */
export interface CloudPayment extends PaymentFacts {
  channel: 'cloudPay';
  prepayId: string;
  subMchId: string;
  /** The parameters that must not change when the order is placed again. */
  frozen: string;
  /** Placed with `profit_sharing` Y: what is paid stays frozen until it is shared or freed. */
  toBeShared?: boolean;
  /** When the rest of it was freed, by a single sharing or by finishing. */
  freedAt?: number;
}

/** An order that a phone presented with `wx.requestVirtualPayment`. */
export interface VirtualPayment extends PaymentFacts {
  channel: 'virtualPay';
  productId: string;
  quantity: number;
  /** 0 live, 1 sandbox. */
  env: 0 | 1;
  wxOrderId: string;
  deliveredAt?: number;
}

/** An order in WeChat Pay's book. */
export type Payment = CloudPayment | VirtualPayment;

/** A payment that has been paid. */
export type Paid<P extends Payment> = P & { paid: PaidFacts };

/** Whether the payer has paid. */
export function isPaid<P extends Payment>(payment: P): payment is Paid<P> {
  return payment.paid !== undefined;
}

export type RefundStatus = 'PROCESSING' | 'SUCCESS' | 'CHANGE' | 'REFUNDCLOSE';

/** A refund in WeChat Pay's book. */
export interface Refund {
  outRefundNo: string;
  outTradeNo: string;
  refundId: string;
  amount: number;
  reason: string;
  status: RefundStatus;
  acceptedAt: number;
  decidedAt?: number;
  /** Who began it: the merchant's program, the merchant's console, or Apple. */
  by: 'api' | 'console' | 'apple';
  notify?: Listener;
}

/** A refund whose outcome is known. */
export type DecidedRefund = Refund & { decidedAt: number };
