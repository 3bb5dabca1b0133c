import type { ItemKind } from '../../../shared/orders/contract';
import { call, type Answer, type Question, type Refusal } from '../../lib/call';
import { platform } from '../../lib/pay';

type Offers = Answer<'getOffers'>;
type Reply<Kind extends Offers['kind']> =
  { readonly ok: true; readonly data: Extract<Offers, { kind: Kind }> } | Refusal<'getOffers'>;

/** Each action of getOffers answers with a kind of its own, as its contract says. */
const ask = async <Kind extends Offers['kind']>(
  question: Question<'getOffers'>,
): Promise<Reply<Kind>> => (await call('getOffers', question)) as Reply<Kind>;

export type Wish = {
  readonly kind: ItemKind;
  readonly id: string;
  readonly gift?: boolean;
  /** A coupon to price with, or `none`; the best one when not given. */
  readonly couponId?: string | undefined;
};

/** What an item costs the caller now, line by line, and with which coupons. Visitors are refused. */
export const quotePrice = ({ kind, id, gift, couponId }: Wish): Promise<Reply<'quote'>> =>
  ask<'quote'>({
    action: 'quote',
    item: { kind, id },
    platform: platform(),
    ...(gift && { gift }),
    ...(couponId && { couponId }),
  });

/** The caller's coupons, and those anybody may claim. */
export const readCoupons = (): Promise<Reply<'coupons'>> => ask<'coupons'>({ action: 'mine' });

/** Claims a coupon; the same `requestId` claims it once. */
export const claimCoupon = (couponId: string, requestId: string): Promise<Reply<'claimed'>> =>
  ask<'claimed'>({ action: 'claim', couponId, requestId });
