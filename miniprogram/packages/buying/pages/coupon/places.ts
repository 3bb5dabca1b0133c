import type { CourseCard } from '../../../../../shared/catalogue/contract';
import type { CouponCard } from '../../../../../shared/offers/contract';
import { call, type Refusal } from '../../../../lib/call';
import type { Part } from '../../../../lib/pagedList';
import { loadShopFront } from '../../../../lib/shopFront';

/** A line that leads to where a coupon can be used. */
export type Place = {
  readonly word: string;
  readonly to: 'discover' | 'membership' | 'category';
  readonly id: string;
};

/** Where a coupon can be used, but for the courses it names. */
export const placesOf = async ({ scope }: Pick<CouponCard, 'scope'>): Promise<Place[]> => {
  if (scope.kind === 'all') return [{ word: '全部课程', to: 'discover', id: '' }, MEMBERSHIP];
  if (scope.kind === 'membership') return [MEMBERSHIP];
  if (scope.kind === 'course') return [];
  const front = await loadShopFront();
  const categories = front.ok ? front.data.categories : [];
  return categories
    .filter(({ categoryId }) => scope.ids.includes(categoryId))
    .map(({ categoryId, name }) => ({ word: name, to: 'category', id: categoryId }));
};

const MEMBERSHIP: Place = { word: '会员套餐', to: 'membership', id: '' };

const AT_ONCE = 10;

type Courses = { readonly ok: true; readonly data: Part<CourseCard> } | Refusal;

/** Some of the courses a coupon names, from one on; those that are gone from the shop are left out. */
export const coursesOf = async (
  { scope }: Pick<CouponCard, 'scope'>,
  from: number,
): Promise<Courses> => {
  const ids = scope.kind === 'course' ? scope.ids : [];
  const replies = await Promise.all(
    ids.slice(from, from + AT_ONCE).map((courseId) => call('getCourse', { courseId })),
  );
  const lost = replies.find((reply) => !reply.ok && reply.code !== 'NOT_FOUND');
  if (lost && !lost.ok) return lost;
  const items = replies.flatMap((reply) => (reply.ok ? [reply.data.course] : []));
  const next = from + AT_ONCE < ids.length ? String(from + AT_ONCE) : undefined;
  return { ok: true, data: { items, next } };
};
