import { fail, ok } from '../../shared/result';
import { coursesOf, coursesStudied } from '../catalogue/courses';
import type { Context } from '../context';
import type { Arrange, ChangingInput, Outcome } from './arrangement';
import type { Category, ShopSettings } from './settings';
import { removePlan, savePlan, saveTerms } from './terms';

const saveHome: Arrange<'saveHome'> = async ({ shopName, banners, recommended }, _shop, { db }) => {
  const wanted = [...new Set([...banners.map(({ courseId }) => courseId), ...recommended])];
  const { there } = await db.together({ there: coursesStudied(wanted) });
  return there.length === wanted.length
    ? ok({ shopName, banners, recommended: [...new Set(recommended)] })
    : fail('NOT_FOUND');
};

const saveCategory: Arrange<'saveCategory'> = async (input, { categories }, { ids }) => {
  const { categoryId = ids.fresh('cat'), name, description, icon } = input;
  const category: Category = { categoryId, name, description, icon };
  const others = categories.filter((each) => each.categoryId !== categoryId);
  if (input.categoryId !== undefined && others.length === categories.length) {
    return fail('NOT_FOUND');
  }
  if (others.some((each) => each.name === name)) return fail('CATEGORY_NAME_TAKEN');
  return ok({
    categories:
      input.categoryId === undefined
        ? [...categories, category]
        : categories.map((each) => (each.categoryId === categoryId ? category : each)),
  });
};

const orderCategories: Arrange<'orderCategories'> = async ({ categoryIds }, { categories }) => {
  const ordered = [...new Set(categoryIds)].map((wanted) =>
    categories.find(({ categoryId }) => categoryId === wanted),
  );
  const known = ordered.filter((category) => category !== undefined);
  if (known.length < ordered.length) return fail('NOT_FOUND');
  // Those that were added while the admin was dragging come last.
  return ok({ categories: [...known, ...categories.filter((each) => !known.includes(each))] });
};

const removeCategory: Arrange<'removeCategory'> = async (
  { categoryId },
  { categories },
  { db },
) => {
  const left = categories.filter((each) => each.categoryId !== categoryId);
  if (left.length === categories.length) return fail('NOT_FOUND');
  if ((await coursesOf(db).countInCategory(categoryId)) > 0) return fail('CATEGORY_NOT_EMPTY');
  return ok({ categories: left });
};

/** Every action that changes the shop. */
const ACTIONS: { [Action in ChangingInput['action']]: Arrange<Action> } = {
  saveHome,
  saveCategory,
  orderCategories,
  removeCategory,
  savePlan,
  removePlan,
  saveTerms,
};

/** What an admin's action makes of the shop, or why it cannot be. */
export const arranged = (
  input: ChangingInput,
  shop: ShopSettings,
  tools: Pick<Context, 'db' | 'ids'>,
): Promise<Outcome> =>
  (ACTIONS[input.action] as Arrange<ChangingInput['action']>)(input, shop, tools);
