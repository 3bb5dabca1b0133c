import type { Fen } from '../../shared/money';
import type { PayoutEvent, PayoutStatus } from '../../shared/payouts/machine';
import type { Payee, PayoutMethod } from '../../shared/payouts/payee';
import type { By } from '../orders/order';
import type { Signature } from '../proposals/proposal';
import type { TransferConfirmation } from '../transfers';

/**
 * Money on its way to an earner: `_id` is the number its provider knows it by (out_bill_no), of letters and digits
 * alone and the same for ever. It is set aside from the moment this exists until it arrives or is taken back.
 */
export type Payout = {
  readonly _id: string;
  readonly requestId: string;
  readonly earner: Signature;
  /** The earner's WeChat identity, which a transfer to a wallet is for. */
  readonly openid: string;
  readonly amount: Fen;
  readonly method: PayoutMethod;
  /** What is taken out of which order; only of 分账, where together they are the amount. */
  readonly shares?: readonly Share[];
  /** Where it goes, as it was when this was made. */
  readonly payee: Payee;
  readonly status: PayoutStatus;
  readonly seq: number;
  readonly history: readonly PayoutLine[];
  /** Who asked for it: the earner, or an admin. */
  readonly madeBy: Signature;
  readonly madeAt: number;
  readonly approvedBy?: Signature;
  /** Who said that it arrived or never will, where no provider can. */
  readonly confirmedBy?: Signature;
  /** One person did what two should, in a shop with a single admin. */
  readonly alone?: boolean;
  /** When it was first, and when last, handed to the provider. */
  readonly submittedAt?: number;
  readonly triedAt?: number;
  /** The provider's words when it last did not take it. */
  readonly said?: string;
  /** How often the provider was asked, for growing pauses. */
  readonly tries: number;
  /** When the timer looks at it next. */
  readonly checkAt?: number;
  /** What the earner's phone needs to accept it. */
  readonly confirmation?: TransferConfirmation;
  /** The bank's or the provider's number of the transfer. */
  readonly reference?: string;
  /** Why it was rejected or failed. */
  readonly reason?: string;
  readonly endedAt?: number;
  readonly todo: readonly string[];
  readonly todoAt?: number;
};

/** The part of a payout that is paid out of one order, under a number of its own (out_order_no). */
export type Share = {
  readonly number: string;
  readonly orderId: string;
  readonly transactionId: string;
  readonly amount: Fen;
  /** Until when it can be handed over, epoch ms. */
  readonly until: number;
  /** Absent until the provider, or where it never heard of it a person, has said so. */
  readonly outcome?: ShareOutcome;
};

export type ShareOutcome =
  | { readonly kind: 'done'; readonly reference: string }
  | { readonly kind: 'failed'; readonly reason: string };

export type PayoutLine = {
  readonly at: number;
  readonly event: PayoutEvent | 'ask';
  readonly from: PayoutStatus | '';
  readonly to: PayoutStatus;
  readonly by: By;
};
