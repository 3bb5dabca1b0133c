import { manageShop as contract } from '../../shared/catalogue/contract';
import { fen } from '../../shared/money';
import { ok } from '../../shared/result';
import { coursesOf } from '../../server/catalogue/courses';
import { defineFunction } from '../../server/defineFunction';
import { live } from '../../server/live';
import { arrangeShop } from '../../server/shop/arrange';
import { existing, readShop } from '../../server/shop/settings';

export const handler = defineFunction(contract, {
  reads: () => ({ shop: readShop() }),
  run: async (input, { found: { shop }, db, ids }) => {
    const before = existing(shop);
    const now =
      input.action === 'read' ? ok(before) : await arrangeShop(input, before, { db, ids });
    if (!now.ok) return now;

    const { shopName, banners, recommended, categories, plans } = now.data;
    const { refundRule, teacherShare, affiliateShare } = now.data;
    const courses = coursesOf(db);
    const counted = await Promise.all(
      categories.map(async (category) => ({
        ...category,
        courseCount: await courses.countInCategory(category.categoryId),
      })),
    );
    return ok({
      shopName,
      banners: [...banners],
      recommended: [...recommended],
      categories: counted,
      plans: plans.map((plan) => ({ ...plan, price: fen(plan.price), perks: [...plan.perks] })),
      refundRule: { ...refundRule, teacherLimit: fen(refundRule.teacherLimit) },
      teacherShare,
      affiliateShare,
    });
  },
});

export const main = live(handler);
