import type { Fen } from '../../shared/money';
import type { Split } from '../../shared/ledger/sold';
import type { RefundEvent, RefundStatus } from '../../shared/refunds/machine';
import type { By } from '../orders/order';

/** Money on its way back: `_id` is the number the payment provider knows it by, the same for ever. */
export type Refund = {
  readonly _id: string;
  readonly orderId: string;
  readonly userId: string;
  readonly teacherId: string;
  readonly openid: string;
  /** The buyer's nickname. */
  readonly buyer: string;
  readonly itemId: string;
  readonly title: string;
  readonly requestId: string;
  /** `request` a buyer's, `sendBack` money that opened nothing, `external` begun at the provider. */
  readonly origin: 'request' | 'sendBack' | 'external';
  readonly amount: Fen;
  /** What was paid for the order. */
  readonly paid: Fen;
  readonly reason: string;
  readonly status: RefundStatus;
  readonly seq: number;
  readonly history: readonly RefundLine[];
  /** How far the buyer had learned when asking. */
  readonly learned: { readonly percent: number; readonly lessons: number };
  readonly askedAt: number;
  /** Who bears it; set by the approval. */
  readonly split?: Split;
  readonly opinion?: Opinion;
  /** Why it was rejected, or what the approver had to say. */
  readonly note?: string;
  /** When it was first handed to the provider. */
  readonly submittedAt?: number;
  /** The number the provider has it under, where it was begun there: Apple's of what we could not send. */
  readonly heardAs?: string;
  /** The day whose bill had it, `yyyy-mm-dd`. */
  readonly billedOn?: string;
  /** How often the provider was asked, for growing pauses. */
  readonly tries: number;
  readonly checkAt?: number;
  readonly todo: readonly string[];
  readonly todoAt?: number;
};

export type Opinion = {
  readonly decision: 'approve' | 'reject';
  readonly note: string;
  readonly by: string;
};

export type RefundLine = {
  readonly at: number;
  readonly event: RefundEvent | 'ask';
  readonly from: RefundStatus | '';
  readonly to: RefundStatus;
  readonly by: By;
};

/** The number of an order's n-th refund: at most 32 characters, as WeChat Pay takes them. */
export const refundNumber = (orderId: string, n: number): string => `${orderId}R${n}`;
