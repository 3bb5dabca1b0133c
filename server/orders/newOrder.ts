import { NOTHING_RETURNED } from '../../shared/ledger/sold';
import { ZERO } from '../../shared/money';
import type { Platform } from '../../shared/orders/contract';
import type { Agreed } from '../offers/pricing';
import { needsHolds } from './holds';
import type { Affiliate, Gift, Item, Order, PayTo } from './order';
import type { Quote } from './quote';

/** How long an order can be paid. WeChat wants at least five minutes before closing (W11). */
export const PAYABLE_MS = 30 * 60_000;

/** How long a crash may leave an order waiting for its seat and its coupon. */
const HOLDS_WAIT_MS = 2 * 60_000;

/** The first time an unpaid order is asked for at the provider, should the callback be lost. */
const FIRST_CHECK_MS = 60_000;

type Buyer = {
  readonly userId: string;
  readonly openid: string;
  readonly nickname: string;
  readonly source: string;
};

/** One open order for a person and an item, and one more to give it away: the value of the unique key. */
export const openKeyOf = (
  userId: string,
  { kind, id }: Pick<Item, 'kind' | 'id'>,
  isGift = false,
): string => [userId, kind, id, ...(isGift ? ['gift'] : [])].join(':');

const NOTHING_REFUNDED = {
  refunded: ZERO,
  reserved: ZERO,
  returned: NOTHING_RETURNED,
  refundRequests: [],
} as const;

type Parts = {
  readonly orderId: string;
  readonly requestId: string;
  readonly buyer: Buyer;
  readonly quote: Quote;
  readonly agreed: Agreed;
  /** Set when it is for somebody else. */
  readonly gift?: Gift | undefined;
  readonly payTo: PayTo | undefined;
  /** Where the buyer is. */
  readonly platform?: Platform;
  /** The teacher's part of what is paid, in basis points, where there is a teacher. */
  readonly teacherShare: number;
  /** Who brought the buyer, where they earn by it. */
  readonly affiliate?: Affiliate | undefined;
  /** Days that the teacher's share is held back. */
  readonly holdDays: number;
  /** Percent of the payment that may be shared out at most; absent where nothing is frozen for it. */
  readonly sharePercent?: number | undefined;
  readonly now: number;
};

/** An order as it begins: waiting for what it must hold where there is such, for money otherwise. */
export const newOrder = (parts: Parts): Order => ({
  ...whoseOf(parts),
  ...priceOf(parts),
  ...beginningOf(parts),
  ...NOTHING_REFUNDED,
  todo: ['recordCreated'],
  todoAt: parts.now,
});

const whoseOf = ({ orderId, requestId, buyer, quote, gift, platform }: Parts) => ({
  _id: orderId,
  openKey: openKeyOf(buyer.userId, quote.item, gift !== undefined),
  requestId,
  userId: buyer.userId,
  openid: buyer.openid,
  via: buyer.source,
  buyer: buyer.nickname,
  item: quote.item,
  ...(quote.days !== undefined && { days: quote.days }),
  ...(gift && { gift }),
  ...(platform && { platform }),
});

const priceOf = ({ quote, agreed: { price, coupon }, payTo, holdDays, ...shares }: Parts) => ({
  teacherId: quote.teacherId,
  teacherShare: hasTeachers(quote) ? shares.teacherShare : 0,
  ...(shares.affiliate && { affiliate: shares.affiliate }),
  holdDays,
  ...(shares.sharePercent !== undefined && { sharePercent: shares.sharePercent }),
  listPrice: price.listPrice,
  payable: price.payable,
  discounts: price.discounts,
  ...(coupon && { coupon }),
  ...(payTo && { payTo }),
});

const hasTeachers = ({ teacherId, item }: Quote): boolean =>
  teacherId !== '' || item.kind === 'membership';

const beginningOf = ({ quote, agreed: { coupon }, now }: Parts) => {
  const seat = quote.seatCap === undefined ? undefined : 1;
  const waits = needsHolds({ ...(seat && { seat }), ...(coupon && { coupon }) });
  const status = waits ? ('reserving' as const) : ('pending' as const);
  const created = { at: now, event: 'create', from: '', to: status, by: 'learner' } as const;
  return {
    status,
    seq: 0,
    history: [created],
    createdAt: now,
    expiresAt: now + PAYABLE_MS,
    checkAt: now + (waits ? HOLDS_WAIT_MS : FIRST_CHECK_MS),
    ...(seat && { seat }),
  };
};
