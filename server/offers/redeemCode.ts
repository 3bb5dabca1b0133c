import type { Item } from '../orders/order';

/** What a code gives: frozen when its batch is made. */
export type Redeemable = {
  readonly item: Item;
  /** Empty for what no teacher sells. */
  readonly teacherId: string;
  /** Days of membership. */
  readonly days?: number;
};

/** Codes that were made together. */
export type CodeBatch = Redeemable & {
  readonly _id: string;
  readonly count: number;
  readonly expiresAt: number;
  readonly note: string;
  readonly voided: boolean;
  readonly madeBy: string;
  readonly madeAt: number;
};

/** One code: `_id` is its keyed hash, and nothing else of it is kept. */
export type RedeemCode = Redeemable & {
  readonly _id: string;
  readonly batchId: string;
  readonly expiresAt: number;
  readonly state: 'unused' | 'used' | 'voided';
  readonly usedBy?: string;
  readonly usedAt?: number;
  /** The order it became. */
  readonly orderId?: string;
};
