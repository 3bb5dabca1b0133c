import { holdDaysOf } from '../../shared/ledger/hold';
import { sharePercentOf } from '../../shared/ledger/sharing';
import type { Platform } from '../../shared/orders/contract';
import { floorAt } from '../../shared/orders/routes';
import { ok, type Result } from '../../shared/result';
import type { User } from '../accounts/user';
import { openidOf, userOf } from '../caller';
import type { Course } from '../catalogue/course';
import type { Context } from '../context';
import type { Claim } from '../offers/claim';
import { codeHash, giftCode } from '../offers/codes';
import type { Coupon } from '../offers/coupon';
import { couponInHand } from '../offers/inHand';
import { agreeOn, type Agreed } from '../offers/pricing';
import { existing, type ShopSettings } from '../shop/settings';
import { affiliateOf } from './affiliate';
import { newOrder } from './newOrder';
import type { Item, Order } from './order';
import { payToFor } from './payTo';
import { quoteFor, type Quote } from './quote';

/** What somebody wants to buy, and how. */
export type Wanting = {
  readonly requestId: string;
  readonly item: Pick<Item, 'kind' | 'id'>;
  readonly couponId?: string | undefined;
  readonly gift?: boolean | undefined;
  readonly platform?: Platform | undefined;
};

type Call = Pick<Context, 'caller' | 'db' | 'ids' | 'pay' | 'now'> & {
  readonly found: {
    readonly course: Course | undefined;
    readonly settings: ShopSettings | undefined;
    readonly coupon?: Coupon | undefined;
    readonly claims?: readonly Claim[];
    /** Whose link the buyer came by. */
    readonly affiliate?: User | undefined;
  };
};

type Refusal =
  | Extract<ReturnType<typeof quoteFor>, { ok: false }>['code']
  | 'COUPON_NOT_USABLE'
  | 'PAYMENT_UNAVAILABLE';

/** The order that somebody wants: priced from the shop's own documents alone, and paid to whom the route table says. */
export const orderWanted = async (
  wanting: Wanting,
  call: Call,
): Promise<Result<{ order: Order; quote: Quote }, Refusal>> => {
  const { caller, found, now } = call;
  const buyer = userOf(caller);
  const quote = quoteFor({ ...found, ...wanting.item, gift: wanting.gift, buyer, now });
  if (!quote.ok) return quote;
  const chosen = await couponInHand(call.db, { couponId: wanting.couponId, buyer }, found);
  if (!chosen.ok) return chosen;
  const { platform = 'devtools' } = wanting;
  const floor = floorAt({ platform, goods: 'virtual', now });
  const agreed = agreeOn(quote.data, { floor, chosen: chosen.data, now });
  if (!agreed.ok) return agreed;
  const order = orderOf({ ...wanting, platform }, call, { quote: quote.data, agreed: agreed.data });
  return order.ok ? ok({ order: order.data, quote: quote.data }) : order;
};

const orderOf = (
  { requestId, gift, platform }: Wanting & { readonly platform: Platform },
  { caller, found, ids, pay, now }: Call,
  { quote, agreed }: { quote: Quote; agreed: Agreed },
): Result<Order, 'PAYMENT_UNAVAILABLE'> => {
  const buyer = userOf(caller);
  const { _id: userId, nickname } = buyer;
  const payTo = payToFor(pay, { platform, amount: agreed.price.payable, now });
  if (!payTo.ok) return payTo;
  const { refundRule, teacherShare, affiliateShare } = existing(found.settings);
  const orderId = ids.derived('ord', userId, requestId);
  const provider = payTo.data?.provider;
  const holdDays = holdDaysOf({ refundDays: refundRule.days, provider, platform });
  const allowed = provider && pay.named(provider)?.sharePercent;
  return ok(
    newOrder({
      orderId,
      requestId,
      buyer: { userId, openid: openidOf(caller), nickname, source: caller.source },
      quote,
      agreed,
      ...(gift && { gift: { codeHash: codeHash(ids, giftCode(ids, orderId)) } }),
      payTo: payTo.data,
      platform,
      teacherShare: teacherShare[quote.item.kind],
      affiliate: affiliateOf({ affiliate: found.affiliate, buyer, quote }, affiliateShare),
      holdDays,
      sharePercent: sharePercentOf({ allowed, teacherId: quote.teacherId, holdDays }),
      now,
    }),
  );
};
