import { isMember, standingSources } from '../../shared/access/rights';
import { fen, type Fen } from '../../shared/money';
import type { ItemKind } from '../../shared/orders/contract';
import { priceOffersOf } from '../../shared/pricing/coursePrices';
import type { PriceOffer } from '../../shared/pricing/price';
import { fail, ok, type Result } from '../../shared/result';
import type { User } from '../accounts/user';
import type { Course } from '../catalogue/course';
import type { ShopSettings } from '../shop/settings';
import type { Item } from './order';

/** What is on offer: frozen into the order, so that a later change of price or plan touches no open order. */
export type Quote = {
  readonly item: Item;
  readonly categoryId?: string;
  readonly teacherId: string;
  readonly listPrice: Fen;
  /** What the buyer may have it for instead. */
  readonly prices: readonly PriceOffer[];
  readonly days?: number;
  readonly seatCap?: number;
};

type Refusal =
  'NOT_FOUND' | 'COURSE_NOT_ON_SALE' | 'COURSE_ALREADY_OWNED' | 'MEMBERSHIP_NOT_ON_SALE';

type Wish = {
  readonly id: string;
  readonly buyer: User;
  /** For somebody else: the buyer may own it, and pays no member's price. */
  readonly gift?: boolean | undefined;
  readonly course: Course | undefined;
  readonly settings: ShopSettings | undefined;
  readonly now: number;
};

/** Only what was bought counts: a member may well buy a course to keep it after the membership. */
const has = ({ _id, rights }: User, course: Course): boolean =>
  course.teacherId === _id || standingSources(rights, course._id).length > 0;

const quoteCourse = (wish: Wish): Result<Quote, Refusal> => {
  const { course, buyer, gift = false } = wish;
  if (!course) return fail('NOT_FOUND');
  if (course.status !== 'published') return fail('COURSE_NOT_ON_SALE');
  if (!gift && has(buyer, course)) return fail('COURSE_ALREADY_OWNED');
  return ok(offerOf(course, wish));
};

const offerOf = (course: Course, { buyer, gift = false, now }: Wish): Quote => {
  const { _id: id, title, cover, categoryId, teacherId, seatCap } = course;
  const member = !gift && isMember(buyer.rights, now);
  return {
    item: { kind: 'course', id, title, ...(cover && { cover }) },
    categoryId,
    teacherId,
    listPrice: fen(course.price),
    prices: priceOffersOf(course, { isMember: member, now }),
    ...(seatCap !== undefined && { seatCap }),
  };
};

const quoteMembership = ({ id, settings }: Wish): Result<Quote, Refusal> => {
  const plan = settings?.plans.find(({ planId }) => planId === id);
  if (!plan) return fail('MEMBERSHIP_NOT_ON_SALE');
  return ok({
    item: { kind: 'membership', id, title: plan.name },
    teacherId: '',
    listPrice: fen(plan.price),
    prices: [],
    days: plan.days,
  });
};

const QUOTES: Record<ItemKind, (wish: Wish) => Result<Quote, Refusal>> = {
  course: quoteCourse,
  membership: quoteMembership,
};

/** What an item is offered for to a buyer, from the shop's own documents alone; or why it is not for them. */
export const quoteFor = ({
  kind,
  ...wish
}: Wish & { readonly kind: ItemKind }): Result<Quote, Refusal> => QUOTES[kind](wish);
