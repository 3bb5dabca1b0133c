import type { ErrorOf, Input, Output } from '../../shared/contract';
import { createOrder as contract } from '../../shared/orders/contract';
import { fail, ok, type Result } from '../../shared/result';
import type { User } from '../../server/accounts/user';
import { userById } from '../../server/accounts/users';
import type { Course } from '../../server/catalogue/course';
import { courseBy } from '../../server/catalogue/courses';
import type { Context } from '../../server/context';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import type { Claim } from '../../server/offers/claim';
import type { Coupon } from '../../server/offers/coupon';
import { couponReads } from '../../server/offers/inHand';
import { settleFree } from '../../server/orders/freeOrder';
import { openOrder, repeatOrder } from '../../server/orders/opening';
import type { Order } from '../../server/orders/order';
import { orderOfRequest, ordersSince } from '../../server/orders/orders';
import { firstPaymentFor } from '../../server/orders/paying';
import { orderWanted } from '../../server/orders/wanting';
import { readShop, type ShopSettings } from '../../server/shop/settings';

/** So many new orders of one phone in so many ms; the orders themselves are the count. */
const LIMIT = { orders: 20, ms: 10 * 60_000 };

type Wish = Input<typeof contract>;
type Refusal = ErrorOf<typeof contract>;
type Call = Context & {
  readonly found: {
    readonly course: Course | undefined;
    readonly settings: ShopSettings | undefined;
    readonly earlier: Order | undefined;
    readonly recent: readonly Order[];
    readonly coupon?: Coupon | undefined;
    readonly claims?: readonly Claim[];
    readonly affiliate?: User | undefined;
  };
};

export const handler = defineFunction(contract, {
  reads: ({ item, requestId, couponId, affiliateId }, { identity: { openid = '' }, now }) => ({
    course: courseBy(item.id),
    settings: readShop(),
    earlier: orderOfRequest(openid, requestId),
    recent: ordersSince(openid, now - LIMIT.ms, LIMIT.orders),
    ...(couponId !== undefined && couponReads(openid, couponId)),
    ...(affiliateId !== undefined && { affiliate: userById(affiliateId) }),
  }),

  run: async (wish, context) => {
    const { earlier, course } = context.found;
    const { seatCap } = course ?? {};
    const opened = earlier
      ? await repeatOrder(context, { earlier, wish, seatCap, now: context.now })
      : await openNew(wish, context);
    return opened.ok ? answer(wish, context, opened.data) : opened;
  },
});

/** Prices what is wanted from the shop's own documents, chooses who takes the money, and opens the order. */
const openNew = async (wish: Wish, context: Call): Promise<Result<Order, Refusal>> => {
  const { found, now } = context;
  if (found.recent.length >= LIMIT.orders) return fail('RATE_LIMITED');
  const wanted = await orderWanted(wish, context);
  if (!wanted.ok) return wanted;
  const { order, quote } = wanted.data;
  return openOrder(context, { order, seatCap: quote.seatCap, now });
};

/** Settles a free order at once; gives the phone what it needs to pay any other. */
const answer = async (
  { loginCode }: Wish,
  context: Call,
  order: Order,
): Promise<Result<Output<typeof contract>, Refusal>> => {
  const { _id: orderId, payable, expiresAt, status } = order;
  const shown = { orderId, payable, expiresAt };
  if (status !== 'pending' && status !== 'reserving') return ok({ ...shown, status });
  if (payable === 0) {
    const settled = await settleFree(context, order, context.now);
    return settled.ok ? ok({ ...shown, status: settled.data }) : settled;
  }

  const { clientIp } = context.caller;
  const payer = { clientIp, now: context.now, loginCode };
  const payment = await firstPaymentFor(context, order, payer);
  if (payment.ok) return ok({ ...shown, status: 'pending', payment: payment.data });
  return payment.code === 'ORDER_NOT_PAYABLE' ? fail('ORDER_CLOSING') : fail(payment.code);
};

export const main = live(handler);
