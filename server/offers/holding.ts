import type { Database } from '../database';
import type { Order } from '../orders/order';
import { claimsOf } from './claims';

type WithCoupon = Pick<Order, '_id'> & { readonly coupon: NonNullable<Order['coupon']> };

/** The token an order has its coupon by: under the next number when it needs it again after closing. */
const tokenOf = (orderId: string, hold: number): string => `${orderId}#${hold}`;

/**
 * Takes the coupon that an order was priced with: one conditional update that names the order, so that it may be
 * repeated and two orders never have one claim (X12). False when another order has it, or has used it.
 */
export const takeCoupon = async (
  db: Database,
  { _id, coupon: { claimId, hold } }: WithCoupon,
): Promise<boolean> => {
  const claims = claimsOf(db);
  const token = tokenOf(_id, hold);
  const ownTokens = Array.from({ length: hold }, (_, index) => tokenOf(_id, index + 1));
  if (await claims.reserve(claimId, token, ownTokens)) return true;
  return (await claims.get(claimId))?.heldBy === token;
};

/**
 * Uses up the coupon of an order that is paid. Nobody else can have taken it meanwhile, so it need not be part of the
 * payment; repeating it is harmless, also once a refund gave the coupon back.
 */
export const useCoupon = (
  db: Database,
  { _id, coupon: { claimId, hold } }: WithCoupon,
): Promise<boolean> => claimsOf(db).use(claimId, tokenOf(_id, hold));

/** Gives a coupon back that an order had under a number; repeating it is harmless. */
export const releaseCoupon = (
  db: Database,
  { _id, coupon: { claimId } }: WithCoupon,
  hold: number,
): Promise<boolean> => claimsOf(db).release(claimId, tokenOf(_id, hold));
