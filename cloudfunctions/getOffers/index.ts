import type { ErrorOf, Input, Output } from '../../shared/contract';
import { getOffers as contract } from '../../shared/offers/contract';
import { floorAt } from '../../shared/orders/routes';
import { pricesShown } from '../../shared/pricing/coursePrices';
import { fail, ok, type Result } from '../../shared/result';
import { openidOf, userOf } from '../../server/caller';
import type { Course } from '../../server/catalogue/course';
import { courseBy } from '../../server/catalogue/courses';
import type { Context } from '../../server/context';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { claimCoupon } from '../../server/offers/claiming';
import { couponsOf } from '../../server/offers/coupons';
import { couponsAround } from '../../server/offers/mine';
import { quoteShown } from '../../server/offers/quoting';
import { couponCard, ownCoupon } from '../../server/offers/shown';
import { openKeyOf } from '../../server/orders/newOrder';
import { ordersOf } from '../../server/orders/orders';
import { quoteFor } from '../../server/orders/quote';
import { readShop, type ShopSettings } from '../../server/shop/settings';

type Asked = Input<typeof contract>;
type Asking<Action extends Asked['action']> = Extract<Asked, { action: Action }>;
type Answer = Promise<Result<Output<typeof contract>, ErrorOf<typeof contract>>>;
type Call = Context & {
  readonly found: {
    readonly course?: Course | undefined;
    readonly settings?: ShopSettings | undefined;
  };
};

export const handler = defineFunction(contract, {
  reads: (input) =>
    input.action === 'quote' ? { course: courseBy(input.item.id), settings: readShop() } : {},

  run: (input, context) => {
    if (input.action === 'claim') return claim(input, context);
    return input.action === 'mine' ? mine(context) : quote(input, context);
  },
});

/** What one has, and what one could have. */
const mine = async (context: Call): Answer => {
  const { _id: userId } = userOf(context.caller);
  const { claims, own, listed } = await couponsAround(context, userId);
  const had = claims.filter(({ state }) => state !== 'asked');
  return ok({
    kind: 'coupons',
    mine: had.flatMap((each) => {
      const coupon = own.find(({ _id }) => _id === each.couponId);
      return coupon ? [ownCoupon(coupon, each, context.now)] : [];
    }),
    claimable: listed
      .filter(({ _id }) => !had.some(({ couponId }) => couponId === _id))
      .map(couponCard),
  });
};

const claim = async ({ couponId, requestId }: Asking<'claim'>, context: Call): Answer => {
  const { caller, db, now } = context;
  const coupon = await couponsOf(db).get(couponId);
  if (!coupon) return fail('NOT_FOUND');
  const asking = { coupon, user: userOf(caller), openid: openidOf(caller), requestId, now };
  const claimed = await claimCoupon(db, asking);
  return claimed.ok
    ? ok({ kind: 'claimed', coupon: ownCoupon(coupon, claimed.data, now) })
    : claimed;
};

/** The price an order made now would have, from the very code that prices orders. */
const quote = async (input: Asking<'quote'>, context: Call): Answer => {
  const { caller, db, found, now } = context;
  const { item, gift = false, platform = 'devtools', couponId: wish } = input;
  const buyer = userOf(caller);
  const offered = quoteFor({
    course: found.course,
    settings: found.settings,
    ...item,
    gift,
    buyer,
    now,
  });
  if (!offered.ok) return offered;
  const [{ claims, own, listed }, open] = await Promise.all([
    couponsAround(context, buyer._id),
    ordersOf(db).holding(openKeyOf(buyer._id, item, gift)),
  ]);
  const shown = quoteShown({
    quote: offered.data,
    floor: floorAt({ platform, goods: 'virtual', now }),
    claims,
    coupons: [...new Map([...own, ...listed].map((each) => [each._id, each])).values()],
    openOrderId: open?._id,
    wish,
    now,
  });
  return shown.ok ? ok({ ...shown.data, ...courseWords(input, context) }) : shown;
};

/** Until when the sale runs, and what members would pay who may: for who decides whether to wait or to join. */
const courseWords = ({ item, gift = false }: Asking<'quote'>, { found, now }: Call) => {
  if (item.kind !== 'course' || !found.course) return {};
  const { saleEndsAt, memberPrice } = pricesShown(found.course, now);
  return {
    ...(saleEndsAt !== undefined && { saleEndsAt }),
    ...(memberPrice !== undefined && !gift && { memberPrice }),
  };
};

export const main = live(handler);
