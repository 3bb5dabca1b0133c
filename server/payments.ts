import type { Payment, Platform } from '../shared/orders/contract';

export type ProviderName = 'cloudPay' | 'virtualPay';

/**
 * A payment provider as the order machine sees it. Answers are facts or `unknown`: a call that timed out,
 * failed in transport or said something unheard of is never taken for a yes or a no.
 */
export interface PaymentProvider {
  readonly name: ProviderName;
  prepay(
    request: PrepayRequest,
  ): Promise<{ kind: 'ready'; payment: Payment } | { kind: 'refused' } | Unknown>;
  query(
    order: OrderToAsk,
  ): Promise<
    { kind: 'paid'; evidence: PaymentEvidence } | { kind: 'unpaid' } | { kind: 'closed' } | Unknown
  >;
  close(order: OrderToAsk): Promise<{ kind: 'closed' } | { kind: 'paid' } | Unknown>;
  refund(
    request: RefundRequest,
  ): Promise<{ kind: 'accepted' } | { kind: 'refused'; reason: string } | Unknown>;
  queryRefund(
    request: RefundToAsk,
  ): Promise<{ kind: 'found'; evidence: RefundEvidence } | { kind: 'absent' } | Unknown>;
}

export type Unknown = { kind: 'unknown'; detail: string };

export type PrepayRequest = {
  readonly orderId: string;
  /** Fen. */
  readonly amount: number;
  readonly title: string;
  readonly productId: string;
  readonly openid: string;
  readonly clientIp: string;
  readonly expiresAt: number;
  readonly loginCode?: string;
};

export type OrderToAsk = { readonly orderId: string; readonly openid: string };

export type RefundRequest = {
  readonly refundId: string;
  readonly orderId: string;
  readonly openid: string;
  readonly paid: number;
  readonly amount: number;
  /** What is still to be had of the payment before this refund, in fen. */
  readonly left: number;
  readonly reason: string;
};

export type RefundToAsk = {
  readonly refundId: string;
  readonly orderId: string;
  readonly openid: string;
};

/** What a provider claims of a payment, whatever way we heard of it. All of it is compared before anything opens. */
export type PaymentEvidence = {
  readonly provider: ProviderName;
  readonly orderId: string;
  readonly transactionId: string;
  /** Fen. */
  readonly paid: number;
  readonly payer: string;
  readonly merchant: string;
  readonly appId: string;
  /** Whether the money is real; sandbox payments open nothing in production. */
  readonly live: boolean;
  readonly paidAt: number;
  readonly heardFrom: 'callback' | 'query' | 'bill';
};

export type RefundEvidence = {
  readonly provider: ProviderName;
  readonly refundId: string;
  readonly orderId: string;
  /** Fen. */
  readonly amount: number;
  readonly outcome: 'succeeded' | 'processing' | 'abnormal' | 'closed';
  readonly heardFrom: 'callback' | 'query' | 'bill';
};

/** The providers this deployment has, and which of them takes an order: by platform, kind of goods and date. */
export interface PaymentProviders {
  route(goods: 'virtual' | 'service', platform: Platform, now: number): PaymentProvider | undefined;
  named(name: ProviderName): PaymentProvider | undefined;
  /** Reads an event of WeChat's callback into evidence; undefined when it is none we know. */
  read(
    event: Readonly<Record<string, unknown>>,
  ): { payment: PaymentEvidence } | { refund: RefundEvidence } | undefined;
}
