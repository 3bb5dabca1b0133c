/** What WeChat Pay knows of a payment: its own truth, which no adversity changes. Amounts in fen, times in epoch ms. */
export type Payment = {
  readonly orderId: string;
  readonly channel: 'cloudPay' | 'virtualPay';
  readonly openid: string;
  readonly amount: number;
  readonly merchant: string;
  readonly appId: string;
  readonly createdAt: number;
  /** The last moment at which the cashier opens. */
  readonly expiresAt: number;
  /** What must not change when the order is placed again. */
  readonly frozen: string;
  state: 'NOTPAY' | 'SUCCESS' | 'CLOSED';
  /** Somebody is at the password: closing may say yes and the money still comes. */
  atPassword: boolean;
  /** Closed, yet whoever is at the password can still pay. */
  stillPayable: boolean;
  readonly transactions: Transaction[];
  /** Its money is to be frozen for sharing (分账). */
  readonly toBeShared?: boolean;
  /** Nothing of it is frozen any more. */
  isFree?: boolean;
};

/** Money that really moved. */
export type Transaction = {
  readonly id: string;
  readonly amount: number;
  readonly payer: string;
  readonly merchant: string;
  readonly at: number;
  /** When a bill has it, where that is not its own day. */
  readonly billedAt?: number;
};

export type RefundState = 'PROCESSING' | 'SUCCESS' | 'CHANGE' | 'REFUNDCLOSE';

/** A refund as WeChat Pay has it. */
export type ProviderRefund = {
  /** `out_refund_no`: ours, or one of the merchant console's. */
  readonly number: string;
  readonly orderId: string;
  readonly amount: number;
  readonly by: 'api' | 'console';
  readonly acceptedAt: number;
  state: RefundState;
  /** When it turned to its state. */
  turnedAt?: number;
  /** What still becomes of it, in order. */
  readonly fate: RefundState[];
};

/** A transfer to somebody's wallet (商家转账) as WeChat Pay has it. */
export type ProviderTransfer = {
  readonly number: string;
  readonly openid: string;
  readonly amount: number;
  state: 'WAIT_USER_CONFIRM' | 'SUCCESS' | 'FAIL';
};

/** A part of a payment that goes to somebody (分账). */
export type ProviderSharing = {
  readonly number: string;
  readonly orderId: string;
  readonly transactionId: string;
  readonly account: string;
  readonly amount: number;
  result: 'PENDING' | 'SUCCESS' | 'CLOSED';
};

/** WeChat Pay's own book of payments, refunds, transfers and sharings. */
export class OrderBook {
  readonly payments = new Map<string, Payment>();
  readonly refunds = new Map<string, ProviderRefund>();
  readonly sharings = new Map<string, ProviderSharing>();
  readonly transfers = new Map<string, ProviderTransfer>();
  /** The days of virtual payment whose bill somebody had made. */
  readonly billsAskedFor = new Set<string>();

  refundsOf(orderId: string): ProviderRefund[] {
    return [...this.refunds.values()].filter((refund) => refund.orderId === orderId);
  }

  /** What was paid for an order by its first payment; further payments have a refund of their own. */
  paidFor(orderId: string): number {
    return this.payments.get(orderId)?.transactions[0]?.amount ?? 0;
  }

  /** All that was ever paid for an order. */
  takenFor(orderId: string): number {
    const transactions = this.payments.get(orderId)?.transactions ?? [];
    return transactions.reduce((sum, { amount }) => sum + amount, 0);
  }

  /** All that went back. */
  givenBack(orderId: string): number {
    return this.refundsOf(orderId)
      .filter(({ state }) => state === 'SUCCESS')
      .reduce((sum, { amount }) => sum + amount, 0);
  }

  /** What of a payment can still be refunded. */
  left(orderId: string): number {
    return this.refundsOf(orderId)
      .filter(({ state }) => state !== 'REFUNDCLOSE')
      .reduce((left, { amount }) => left - amount, this.paidFor(orderId));
  }
}
