import type { PayoutMethod } from '../shared/payouts/payee';
import type { Unknown } from './payments';

/**
 * The ways this deployment has of sending a teacher money. Answers are facts or `unknown`: a transfer is only over
 * when its provider says so in so many words (W23).
 */
export interface Transfers {
  readonly methods: readonly PayoutMethod[];
  /** Hands a transfer over. The same number again is the same transfer, never a second one. */
  submit(transfer: Transfer): Promise<TransferNews | Unknown>;
  /** What became of a transfer. `absent`: the provider has never heard of its number. */
  query(transfer: Transfer): Promise<TransferNews | { readonly kind: 'absent' } | Unknown>;
}

export type Transfer = {
  /** What its provider knows it by, the same for ever: letters and digits, at most 32. */
  readonly number: string;
  readonly method: PayoutMethod;
  readonly openid: string;
  readonly realName: string;
  /** Fen. */
  readonly amount: number;
  /** The payment it is shared out of; only of 分账. */
  readonly transactionId?: string;
};

export type TransferNews =
  /** A person does it; nobody can be asked. */
  | { readonly kind: 'byHand' }
  | { readonly kind: 'underWay' }
  | { readonly kind: 'waitingForEarner'; readonly confirmation: TransferConfirmation }
  | { readonly kind: 'done'; readonly reference: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** What `wx.requestMerchantTransfer` needs on the teacher's phone. */
export type TransferConfirmation = {
  readonly mchId: string;
  readonly appId: string;
  readonly package: string;
};
