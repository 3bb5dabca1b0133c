import type { ErrorOf, Input, Output } from '../../shared/contract';
import { holdDaysOf } from '../../shared/ledger/hold';
import { createOrder as contract } from '../../shared/orders/contract';
import { fail, ok, type Result } from '../../shared/result';
import { openidOf, userOf } from '../../server/caller';
import type { Course } from '../../server/catalogue/course';
import { courseBy } from '../../server/catalogue/courses';
import type { Context } from '../../server/context';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { settleFree } from '../../server/orders/freeOrder';
import { newOrder } from '../../server/orders/newOrder';
import { openOrder, repeatOrder } from '../../server/orders/opening';
import type { Order } from '../../server/orders/order';
import { orderOfRequest, ordersSince } from '../../server/orders/orders';
import { paymentFor } from '../../server/orders/paying';
import { payToFor } from '../../server/orders/payTo';
import { quoteFor } from '../../server/orders/quote';
import { existing, readShop, type ShopSettings } from '../../server/shop/settings';

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
  };
};

export const handler = defineFunction(contract, {
  reads: ({ item, requestId }, { identity: { openid = '' }, now }) => ({
    course: courseBy(item.id),
    settings: readShop(),
    earlier: orderOfRequest(openid, requestId),
    recent: ordersSince(openid, now - LIMIT.ms, LIMIT.orders),
  }),

  run: async (wish, context) => {
    const { earlier, course } = context.found;
    const opened = earlier
      ? await repeatOrder(context, { earlier, ...wish, seatCap: course?.seatCap, now: context.now })
      : await openNew(wish, context);
    return opened.ok ? answer(wish, context, opened.data) : opened;
  },
});

/** Prices the item from the shop's own documents, chooses who takes the money, and opens the order. */
const openNew = async (wish: Wish, context: Call): Promise<Result<Order, Refusal>> => {
  const { caller, found, now } = context;
  if (found.recent.length >= LIMIT.orders) return fail('RATE_LIMITED');
  const user = userOf(caller);
  const quote = quoteFor({ ...found, ...wish.item, couponId: wish.couponId, buyer: user });
  if (!quote.ok) return quote;
  const amount = quote.data.payable;
  const platform = wish.platform ?? 'devtools';
  const payTo = payToFor(context.pay, { platform, amount, now });
  if (!payTo.ok) return payTo;
  const { refundRule } = existing(found.settings);
  const order = newOrder({
    orderId: context.ids.derived('ord', user._id, wish.requestId),
    requestId: wish.requestId,
    buyer: {
      userId: user._id,
      openid: openidOf(caller),
      nickname: user.nickname,
      source: caller.source,
    },
    quote: quote.data,
    payTo: payTo.data,
    holdDays: holdDaysOf({
      refundDays: refundRule.days,
      provider: payTo.data?.provider,
      platform,
    }),
    now,
  });
  return openOrder(context, { order, seatCap: quote.data.seatCap, now });
};

/** Settles a free order at once; gives the phone what it needs to pay any other. */
const answer = async (
  { loginCode }: Wish,
  context: Call,
  order: Order,
): Promise<Result<Output<typeof contract>, Refusal>> => {
  const { _id: orderId, payable, expiresAt, status } = order;
  const shown = { orderId, payable, expiresAt };
  if (status !== 'pending') return ok({ ...shown, status });
  if (payable === 0) return ok({ ...shown, status: await settleFree(context, order, context.now) });

  const { clientIp } = context.caller;
  const payment = await paymentFor(context, order, { clientIp, now: context.now, loginCode });
  if (payment.ok) return ok({ ...shown, status, payment: payment.data });
  return payment.code === 'ORDER_NOT_PAYABLE' ? fail('ORDER_CLOSING') : fail(payment.code);
};

export const main = live(handler);
