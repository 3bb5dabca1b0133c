import { NO_RIGHTS } from '../../shared/access/rights';
import { getCourse as contract } from '../../shared/catalogue/contract';
import { fail, ok } from '../../shared/result';
import { around } from '../../server/catalogue/around';
import { cardOf } from '../../server/catalogue/card';
import { courseBy } from '../../server/catalogue/courses';
import { outlineOf } from '../../server/catalogue/outline';
import { boughtSince, maySee, owns } from '../../server/catalogue/visibility';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { referralOf } from '../../server/catalogue/referral';
import { seatsOf } from '../../server/orders/seats';
import { existing, readShop, refundSentence } from '../../server/shop/settings';

export const handler = defineFunction(contract, {
  reads: ({ courseId }) => ({
    course: courseBy(courseId),
    seats: seatsOf(courseId),
    shop: readShop(),
  }),
  run: async (_input, { found: { course, seats, shop }, caller, db, now }) => {
    if (!course || !maySee(course, caller)) return fail('NOT_FOUND');

    const { teacher, begun } = await around(course, { caller, db, now });
    const boughtAt = boughtSince(course._id, caller.user?.rights ?? NO_RIGHTS);
    return ok({
      course: {
        ...cardOf(course, now, seats?.taken),
        introduction: course.introduction,
        status: course.status,
        outline: outlineOf(course, boughtAt),
        teacher,
        refundRule: refundSentence(existing(shop).refundRule),
        updatedAt: course.updatedAt,
      },
      owned: owns(course, caller, now),
      ...begun,
      ...referralOf(course, { user: caller.user, share: existing(shop).affiliateShare }),
    });
  },
});

export const main = live(handler);
