import type { CouponCard } from '../../../shared/offers/contract';
import { openCategory } from '../../lib/categoryWish';
import { openPage, pages } from '../../lib/navigate';

type Coupon = Pick<CouponCard, 'couponId' | 'scope'>;

/** Goes to where a coupon can be used; to its own page where that is more than one place. */
export const openCouponPlace = ({ couponId, scope }: Coupon): void => {
  if (scope.kind === 'all') return openPage(pages.discover);
  if (scope.kind === 'membership') return openPage(pages.membership);
  const [id = '', ...others] = scope.ids;
  if (others.length) return openPage(pages.coupon, { couponId });
  if (scope.kind === 'category') openCategory(id);
  else openPage(pages.course, { courseId: id });
};
