import { above, many, one, oneOf, type Database, type Read } from '../database';
import type { Listing } from '../paging';
import { poolAt, takenFrom } from '../pools/pool';
import type { Coupon } from './coupon';

const COUPONS = 'coupons';

/** Every coupon, and the only way to change one. */
export const couponsOf = (db: Database) => {
  const coupons = db.collection<Coupon>(COUPONS);
  return {
    get: (couponId: string) => coupons.get(couponId),

    insertOnce: (coupon: Coupon) => coupons.insertOnce(coupon),

    /** Changes what may change of a coupon as it was read; false when somebody else was faster. */
    change: (
      { _id, version }: Coupon,
      changes: Pick<Coupon, 'title' | 'to' | 'stock' | 'handout'>,
    ) => coupons.updateIf({ _id, version }, { set: { ...changes, version: version + 1 } }),
  };
};

/** The read of a coupon. */
export const couponBy = (couponId: string): Read<Coupon, false> =>
  one<Coupon>(COUPONS, { _id: couponId });

/** The read of several coupons. */
export const couponsBy = (couponIds: readonly string[]): Read<Coupon, true> =>
  many<Coupon>(COUPONS, { _id: oneOf(couponIds) }, { limit: couponIds.length + 1 });

/** The read of the coupons listed in the shop that are not over, those that end first before others. */
export const listedCoupons = (now: number, limit: number): Read<Coupon, true> =>
  many<Coupon>(COUPONS, { handout: 'listed', to: above(now) }, { orderBy: [['to', 'asc']], limit });

/** Coupons in pages, newest first: of one maker, or all. */
export const couponPages = (madeBy: string | undefined): Listing => ({
  collection: COUPONS,
  where: madeBy === undefined ? {} : { madeBy },
  sortBy: 'madeAt',
  size: 20,
});

/** The stock of a coupon. */
export const stockOf = (couponId: string) => ({ kind: 'couponPools', id: couponId }) as const;

/** The read of a coupon's stock. */
export const stockBy = (couponId: string) => poolAt(stockOf(couponId));

/** The read of how many pieces are gone of several coupons. */
export const stockTaken = (couponIds: readonly string[]) => takenFrom('couponPools', couponIds);
