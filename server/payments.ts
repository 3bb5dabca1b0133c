import type { Payment, Platform } from '../shared/orders/contract';
import type { Goods, Provider } from '../shared/orders/routes';

export type ProviderName = Provider;

/**
 * A payment provider as the order machine sees it. Answers are facts or `unknown`: a call that timed out,
 * failed in transport or said something unheard of is never taken for a yes or a no.
 */
export interface PaymentProvider {
  readonly name: ProviderName;
  /** Whether what `prepay` gave may be handed out again while the order is open. */
  readonly prepayLasts: boolean;
  /** Percent of a payment that may be shared out at most (W22); absent where payments cannot be shared. */
  readonly sharePercent?: number;
  /** Where the money of new orders goes; frozen into each of them. */
  payee(): Payee;
  prepay(
    request: PrepayRequest,
  ): Promise<{ kind: 'ready'; payment: Payment } | { kind: 'refused'; reason: string } | Unknown>;
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
  /** Tells WeChat that the goods are with the buyer, so that the money can be settled. Safe to repeat. */
  reportDelivery(order: DeliveredOrder): Promise<{ kind: 'done' } | Unknown>;
  /** The bill of one day in Beijing (`yyyy-mm-dd`), as the provider writes it; it never changes once it is there (W21). */
  bill(date: string): Promise<{ kind: 'ready'; text: string } | { kind: 'notReady' } | Unknown>;
  /** The lines of such a bill; undefined when it is written in a form nobody here knows. */
  readBill(text: string): readonly BillLine[] | undefined;
}

/** One line of a provider's daily bill. */
export type BillLine = {
  readonly orderId: string;
  /** Fen, above zero for a payment and a refund alike. */
  readonly amount: number;
  /** Thousandths of a fen that the provider keeps; below zero where it gives a fee back. Bills count so finely. */
  readonly fee: number;
  readonly at: number;
  readonly merchant: string;
} & (
  | { readonly kind: 'payment'; readonly transactionId: string }
  | {
      readonly kind: 'refund';
      /** Ours, or the provider's own for a refund that was begun elsewhere. */
      readonly refundId: string;
      readonly outcome: RefundEvidence['outcome'];
    }
);

export type Unknown = { kind: 'unknown'; detail: string };

export const unknown = (detail: string): Unknown => ({ kind: 'unknown', detail });

export type Payee = {
  readonly merchant: string;
  readonly appId: string;
  /** Whether the money is real. */
  readonly live: boolean;
};

export type PrepayRequest = {
  readonly orderId: string;
  /** Fen. */
  readonly amount: number;
  /** What it costs without any discount, as the provider may have it published. */
  readonly listPrice: number;
  readonly title: string;
  readonly productId: string;
  readonly openid: string;
  readonly clientIp: string;
  readonly expiresAt: number;
  /** The money is to be frozen, so that the teacher's share can be paid out of it. */
  readonly toBeShared: boolean;
  readonly loginCode?: string;
};

export type OrderToAsk = { readonly orderId: string; readonly openid: string };

export type DeliveredOrder = OrderToAsk & {
  readonly transactionId: string;
  readonly title: string;
  readonly now: number;
};

export type RefundRequest = {
  readonly refundId: string;
  readonly orderId: string;
  readonly openid: string;
  readonly paid: number;
  readonly amount: number;
  /** What is still to be had of the payment before this refund, in fen. */
  readonly left: number;
  readonly reason: string;
  /** The payment may be frozen for sharing; it is freed first, for a refund comes of free money (W22). */
  readonly frozenAs?: { readonly transactionId: string };
};

export type RefundToAsk = {
  readonly refundId: string;
  readonly orderId: string;
  readonly openid: string;
};

/** What a provider claims of a payment, whatever way we heard of it. All of it is compared before anything opens. */
export type PaymentEvidence = Payee & {
  readonly provider: ProviderName;
  readonly orderId: string;
  readonly transactionId: string;
  /** Fen. */
  readonly paid: number;
  readonly payer: string;
  readonly paidAt: number;
  readonly heardFrom: HeardFrom;
};

export type RefundEvidence = {
  readonly provider: ProviderName;
  /** The number of the refund at the provider: ours, unless it was begun elsewhere. */
  readonly refundId: string;
  readonly orderId: string;
  /** Fen. */
  readonly amount: number;
  readonly outcome: 'succeeded' | 'processing' | 'abnormal' | 'closed';
  readonly heardFrom: HeardFrom;
};

export type HeardFrom = 'callback' | 'query' | 'bill';

/** What a callback of WeChat says. A `hint` says too little to be believed: the provider is asked. */
export type Heard =
  | { readonly kind: 'payment'; readonly evidence: PaymentEvidence }
  | { readonly kind: 'refund'; readonly evidence: RefundEvidence }
  /** Apple asks what we think of a refund; the answer is due within three seconds (V4). */
  | { readonly kind: 'enquiry'; readonly orderId: string }
  | {
      readonly kind: 'hint';
      readonly provider: ProviderName;
      readonly orderId: string;
      readonly openid: string;
    };

/** The providers this deployment has, and which of them takes a payment: by platform, goods, amount and date. */
export interface PaymentProviders {
  route(payment: {
    readonly goods: Goods;
    readonly platform: Platform;
    readonly amount: number;
    readonly now: number;
  }): PaymentProvider | undefined;
  named(name: ProviderName): PaymentProvider | undefined;
  /** Reads an event of WeChat's callback; undefined when it is none we know. */
  read(event: Readonly<Record<string, unknown>>): Heard | undefined;
}
