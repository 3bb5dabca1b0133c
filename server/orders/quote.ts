import { reasonToOpen } from '../../shared/access/rights';
import { fen, type Fen } from '../../shared/money';
import type { ItemKind } from '../../shared/orders/contract';
import { fail, ok, type Result } from '../../shared/result';
import type { User } from '../accounts/user';
import type { Course } from '../catalogue/course';
import type { ShopSettings } from '../shop/settings';
import type { Item } from './order';

/** What is offered: frozen into the order, so that a later change of price or plan touches no open order. */
export type Quote = {
  readonly item: Item;
  readonly teacherId: string;
  readonly listPrice: Fen;
  readonly payable: Fen;
  readonly days?: number;
  readonly seatCap?: number;
};

type Refusal =
  | 'NOT_FOUND'
  | 'COURSE_NOT_ON_SALE'
  | 'COURSE_ALREADY_OWNED'
  | 'MEMBERSHIP_NOT_ON_SALE'
  | 'COUPON_NOT_USABLE';

type Wish = {
  readonly id: string;
  readonly buyer: User;
  readonly course: Course | undefined;
  readonly settings: ShopSettings | undefined;
};

const quoteCourse = ({ course, buyer }: Wish): Result<Quote, Refusal> => {
  if (!course) return fail('NOT_FOUND');
  if (course.status !== 'published') return fail('COURSE_NOT_ON_SALE');
  const { _id: courseId, title, cover, teacherId, seatCap } = course;
  if (teacherId === buyer._id) return fail('COURSE_ALREADY_OWNED');
  // Only what was bought counts: a member may well buy a course to keep it after the membership.
  if (reasonToOpen(buyer.rights, { courseId, memberFree: false }, 0)) {
    return fail('COURSE_ALREADY_OWNED');
  }
  const price = fen(course.price);
  return ok({
    item: { kind: 'course', id: courseId, title, ...(cover && { cover }) },
    teacherId,
    listPrice: price,
    payable: price,
    ...(seatCap !== undefined && { seatCap }),
  });
};

const quoteMembership = ({ id, settings }: Wish): Result<Quote, Refusal> => {
  const plan = settings?.plans.find(({ planId }) => planId === id);
  if (!plan) return fail('MEMBERSHIP_NOT_ON_SALE');
  const price = fen(plan.price);
  return ok({
    item: { kind: 'membership', id, title: plan.name },
    teacherId: '',
    listPrice: price,
    payable: price,
    days: plan.days,
  });
};

const QUOTES: Record<ItemKind, (wish: Wish) => Result<Quote, Refusal>> = {
  course: quoteCourse,
  membership: quoteMembership,
};

/** The price of an item for a buyer, from the shop's own documents alone; or why it is not for them. */
export const quoteFor = (
  wish: Wish & { readonly kind: ItemKind; readonly couponId?: string | undefined },
): Result<Quote, Refusal> => {
  const quote = QUOTES[wish.kind](wish);
  // The shop gives out no coupons, so none can be good; a coupon never makes a sale fail for another reason.
  return quote.ok && wish.couponId !== undefined ? fail('COUPON_NOT_USABLE') : quote;
};
