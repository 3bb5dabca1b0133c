import { membershipEnd } from '../../shared/access/rights';
import { getMemberships as contract } from '../../shared/memberships/contract';
import { fen } from '../../shared/money';
import { ok } from '../../shared/result';
import { memberCourses } from '../../server/catalogue/courses';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { readShop } from '../../server/shop/settings';

export const handler = defineFunction(contract, {
  reads: () => ({ settings: readShop(), courses: memberCourses() }),

  run: async (_input, { caller, found: { settings, courses } }) => {
    const until = caller.user && membershipEnd(caller.user.rights);
    return ok({
      plans: (settings?.plans ?? []).map((plan) => ({
        ...plan,
        price: fen(plan.price),
        perks: [...plan.perks],
      })),
      ...(until !== undefined && { until }),
      freeCourseCount: courses.length,
    });
  },
});

export const main = live(handler);
