import { formatYuan, fen, type Fen } from '../money';
import type { Worth } from './worth';

/** What a coupon is good for. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'membership' }
  | { readonly kind: 'course'; readonly ids: readonly string[] }
  | { readonly kind: 'category'; readonly ids: readonly string[] };

/** What a coupon promises: fixed when it is made. */
export type CouponTerms = {
  readonly worth: Worth;
  readonly scope: Scope;
  /** Fen that the list price must reach: discounts never cost anybody a coupon. */
  readonly minimum: number;
  /** The first moment it is good. */
  readonly from: number;
  /** The moment it is over. */
  readonly to: number;
};

/** What somebody wants to buy, as coupons see it. */
export type Wanted = {
  readonly kind: 'course' | 'membership';
  readonly id: string;
  readonly categoryId?: string | undefined;
  readonly listPrice: Fen;
};

/** The first reason why a coupon takes nothing off. */
export type WhyNot = 'tooEarly' | 'over' | 'otherItem' | 'belowMinimum' | 'atFloor' | 'inUse';

type Covers = {
  readonly [K in Scope['kind']]: (scope: Extract<Scope, { kind: K }>, wanted: Wanted) => boolean;
};

const COVERS: Covers = {
  all: () => true,
  membership: (_scope, { kind }) => kind === 'membership',
  course: ({ ids }, { kind, id }) => kind === 'course' && ids.includes(id),
  category: ({ ids }, { kind, categoryId = '' }) => kind === 'course' && ids.includes(categoryId),
};

/** Whether an item is in the scope of a coupon. */
export const covers = (scope: Scope, wanted: Wanted): boolean =>
  (COVERS[scope.kind] as (scope: Scope, wanted: Wanted) => boolean)(scope, wanted);

/** Why a coupon does not apply to an item now; undefined when it does. */
export const whyNot = (terms: CouponTerms, wanted: Wanted, now: number): WhyNot | undefined => {
  if (now < terms.from) return 'tooEarly';
  if (now >= terms.to) return 'over';
  if (!covers(terms.scope, wanted)) return 'otherItem';
  return wanted.listPrice < terms.minimum ? 'belowMinimum' : undefined;
};

/** The same for the learner to read. */
export const whyNotWords = (reason: WhyNot, { minimum }: Pick<CouponTerms, 'minimum'>): string =>
  ({
    tooEarly: '还未到可用时间',
    over: '已过期',
    otherItem: '不适用于该商品',
    belowMinimum: `原价满 ¥${formatYuan(fen(minimum))} 可用`,
    atFloor: '该商品已是最低价',
    inUse: '已用于另一笔待支付的订单',
  })[reason];
