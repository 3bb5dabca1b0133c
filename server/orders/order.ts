import type { Returned } from '../../shared/ledger/sold';
import type { Fen } from '../../shared/money';
import type { ItemKind, Payment, Platform } from '../../shared/orders/contract';
import type { OrderEvent, OrderStatus } from '../../shared/orders/machine';
import type { Discount } from '../../shared/pricing/price';
import type { HeardFrom, Payee, ProviderName } from '../payments';

/** An order: `_id` is the number the payment provider knows it by. What was agreed is frozen when it is made. */
export type Order = {
  readonly _id: string;
  /** `${userId}:${kind}:${itemId}` while it may still be paid, its own id afterwards: unique, so one open order each. */
  readonly openKey: string;
  readonly requestId: string;
  readonly userId: string;
  readonly openid: string;
  /** The platform's SOURCE chain of the call that made it. */
  readonly via: string;
  /** The buyer's nickname when it was made. */
  readonly buyer: string;
  readonly item: Item;
  /** Days of membership it buys. */
  readonly days?: number;
  /** Empty for what no teacher sells. */
  readonly teacherId: string;
  /** Basis points of what is paid that are the teacher's; of a membership, of all teachers together. */
  readonly teacherShare: number;
  /** Who brought the buyer here, and the basis points of what is paid that are theirs; only of courses. */
  readonly affiliate?: Affiliate;
  /** Days after paying that the shares of teacher and affiliate are held back. */
  readonly holdDays: number;
  readonly listPrice: Fen;
  readonly payable: Fen;
  /** Why `payable` is less than `listPrice`: their sum is the difference. */
  readonly discounts?: readonly Discount[];
  /** The coupon that lowered the price, and who bears it: the platform alone, or both by their shares. */
  readonly coupon?: {
    readonly couponId: string;
    readonly claimId: string;
    /** Which of its tokens holds the claim: 1 from the start, one more when a late payment needs it again. */
    readonly hold: number;
    readonly amount: Fen;
    readonly fundedBy: 'shared' | 'platform';
  };
  /** Came of a redeem code. */
  readonly redeemed?: { readonly codeId: string };
  /** Bought for somebody else: whoever brings the claim code gets the item. */
  readonly gift?: Gift;
  /** Made by two admins for somebody, for a reason they signed. */
  readonly granted?: { readonly proposalId: string; readonly reason: string };
  /** What it gave was taken back by two admins; only where nothing was paid. */
  readonly revoked?: { readonly proposalId: string; readonly at: number };
  /** Absent when there is nothing to pay. */
  readonly payTo?: PayTo;
  /** Where it was last brought to the cashier: it decides who may refund it (V4). */
  readonly platform?: Platform;
  readonly status: OrderStatus;
  /** How often the status changed; every change is made to the order as read. */
  readonly seq: number;
  readonly history: readonly HistoryLine[];
  readonly createdAt: number;
  readonly expiresAt: number;
  /** When the timer looks at it next; absent when there is nothing to wait for. */
  readonly checkAt?: number;
  /** Which of its seat tokens counts now: 1 from the start, one more when a late payment needs a seat again. */
  readonly seat?: number;
  readonly prepay?: { readonly payment: Payment; readonly at: number };
  readonly paid?: PaidFacts;
  /** The day whose bill had the payment, `yyyy-mm-dd`. */
  readonly billedOn?: string;
  /** What has arrived back at the buyer. */
  readonly refunded: Fen;
  /** What refunds have asked for that were neither rejected nor failed. */
  readonly reserved: Fen;
  /** What approved refunds take back, of the money and of everybody's part in it. */
  readonly returned: Returned;
  /** When the shares leave their hold; absent without any, and once they have. */
  readonly maturesAt?: number;
  /** The shares that left their hold: from then on refunds draw on what teacher and affiliate have available. */
  readonly matured?: {
    readonly at: number;
    /** The teacher's. */
    readonly amount: Fen;
    /** The affiliate's, where there is one. */
    readonly commission?: Fen;
  };
  /** Percent of the payment that may be shared out at most: WeChat keeps its money frozen for that (W22). */
  readonly sharePercent?: number;
  /** Until when the teacher's share can be paid out of it; absent while it cannot, and once a payout or refund has it. */
  readonly shareableUntil?: number;
  /** The payout that is made out of it; an order is shared once. */
  readonly sharedBy?: string;
  /** When it is next reckoned how much of a membership has been used up; absent once it all has. */
  readonly earnAt?: number;
  /** What of a membership has been used up. */
  readonly earned?: Fen;
  /** Up to when what was used up of a membership has been divided. */
  readonly dividedUntil?: number;
  /** A period whose teachers are being credited; nothing else is reckoned before all of them are. */
  readonly dividing?: Dividing;
  /** One for each refund, in order: the n-th belongs to refund `${_id}R${n}`. */
  readonly refundRequests: readonly string[];
  /** What is still to be done outside the transaction that changed the order. */
  readonly todo: readonly string[];
  readonly todoAt?: number;
};

export type Affiliate = { readonly userId: string; readonly share: number };

export type Dividing = {
  /** The entry that says who gets how much. */
  readonly entryId: string;
  /** How many of them were credited. */
  readonly credited: number;
  /** The next reckoning after it; absent when there is none. */
  readonly nextAt?: number;
};

export type Item = {
  readonly kind: ItemKind;
  readonly id: string;
  readonly title: string;
  readonly cover?: string;
};

/** A gift: the claim code as a keyed hash, and whose it became. */
export type Gift = {
  readonly codeHash: string;
  /** When it goes back unclaimed; from the payment on. */
  readonly expiresAt?: number;
  readonly claimedBy?: string;
  readonly claimedAt?: number;
};

export type PayTo = Payee & { readonly provider: ProviderName };

export type PaidFacts = {
  readonly transactionId: string;
  readonly amount: Fen;
  readonly at: number;
  readonly heardFrom: HeardFrom | 'free';
};

export type HistoryLine = {
  readonly at: number;
  readonly event: OrderEvent | 'create';
  readonly from: OrderStatus | '';
  readonly to: OrderStatus;
  readonly by: By;
};

/** Who or what moved an order or a refund. */
export type By = 'learner' | 'teacher' | 'earner' | 'admin' | 'timer' | 'wechat' | 'rule';

/** Whether it may still be paid as far as the clock knows; the provider has the last word. */
export const isOpen = (order: Order, now: number): boolean =>
  (order.status === 'pending' || order.status === 'reserving') && now < order.expiresAt;
