/** WeChat Pay's own states of an order (V2 `trade_state`). */
export type PaymentState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';

/** What happened to a payment, for people. */
export interface TimelineEntry {
  /** By the cloud's clock. */
  at: number;
  text: string;
}

/** An order in WeChat Pay's book. Amounts in fen, times in epoch ms of the cloud's clock. */
export interface Payment {
  outTradeNo: string;
  channel: 'cloudPay' | 'virtualPay';
  openid: string;
  description: string;
  amount: number;
  attach: string;
  state: PaymentState;
  createdAt: number;
  /** The last moment at which the user can pay. */
  expiresAt?: number;
  paidAt?: number;
  /** What the payer was charged; the order's amount unless somebody made it differ. */
  paidAmount?: number;
  transactionId?: string;
  refundedAmount: number;
  /** Closed while the payer was at the password: it can still be paid. */
  stillPayable?: boolean;
  /** The function told of the outcome; undefined when nobody asked to be told. */
  notify?: { functionName: string; env: string };
  cloudPay?: CloudPayPart;
  virtual?: VirtualPart;
  timeline: TimelineEntry[];
}

export interface CloudPayPart {
  prepayId: string;
  subMchId: string;
  /** The parameters that must not change when the order is placed again. */
  frozen: string;
}

export interface VirtualPart {
  productId: string;
  quantity: number;
  /** 0 live, 1 sandbox. */
  env: 0 | 1;
  wxOrderId: string;
  deliveredAt?: number;
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
  notify?: { functionName: string; env: string };
}
