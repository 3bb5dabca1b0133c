import type { DIFFERENCE_STATUSES, DifferenceKind } from '../../shared/books/differences';
import type { Fen } from '../../shared/money';
import type { PaymentEvidence, ProviderName, RefundEvidence } from '../payments';

/** Something that does not fit and waits for a person. While it is open, its `suspense` lies on that account. */
export type Difference = {
  readonly _id: string;
  readonly kind: DifferenceKind;
  readonly provider: ProviderName;
  readonly orderId?: string;
  readonly refundId?: string;
  readonly transactionId?: string;
  /** Fen booked by E12 for it; 0 when nothing was. */
  readonly suspense: Fen;
  /** One Chinese sentence. */
  readonly detail: string;
  /** What the provider claimed. */
  readonly evidence?: PaymentEvidence | RefundEvidence;
  readonly status: (typeof DIFFERENCE_STATUSES)[number];
  readonly foundAt: number;
  readonly resolution?: Resolution;
};

/** How a difference came to its end. */
export type Resolution = {
  readonly at: number;
  /** The admin who decided, or `rule` when the provider itself cleared it up. */
  readonly by: string;
  /** The proposal's kind; `clearedUp` by the provider. */
  readonly kind: string;
  readonly text: string;
  readonly proposalId?: string;
};
