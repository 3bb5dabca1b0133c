import { searchTextOf } from '../../shared/catalogue/searchText';
import { ok, type Result } from '../../shared/result';
import { coursesOf } from '../catalogue/courses';
import type { Context } from '../context';
import type { ChangingInput, Outcome } from './arrangement';
import { arranged } from './arranging';
import { shopSettings, type ShopSettings } from './settings';

type Tools = Pick<Context, 'db' | 'ids'>;
type Refusal = Exclude<Outcome, { ok: true }>['code'];

/** Two admins at once: the later one is applied to what the earlier one made, so often. */
const ATTEMPTS = 4;

/** Carries out an admin's action and gives the shop as it is then. */
export const arrangeShop = async (
  input: ChangingInput,
  shop: ShopSettings,
  { attempt = 1, ...tools }: Tools & { readonly attempt?: number },
): Promise<Result<ShopSettings, Refusal>> => {
  const change = await arranged(input, shop, tools);
  if (!change.ok) return change;

  const settings = shopSettings(tools.db);
  if (await settings.replace(shop, change.data)) {
    if (input.action === 'saveCategory' && input.categoryId) {
      await renameInSearch({ categoryId: input.categoryId, name: input.name }, tools);
    }
    return ok({ ...shop, ...change.data, version: shop.version + 1 });
  }
  if (attempt >= ATTEMPTS) throw new Error('the shop changes faster than it can be arranged');
  return arrangeShop(input, await settings.read(), { ...tools, attempt: attempt + 1 });
};

/** Lets the courses of a category be found by its new name. */
const renameInSearch = async (
  { categoryId, name }: { categoryId: string; name: string },
  { db }: Tools,
): Promise<void> => {
  const courses = coursesOf(db);
  await Promise.all(
    (await courses.inCategory(categoryId)).map((course) =>
      courses.refold(course, searchTextOf({ ...course, categoryName: name })),
    ),
  );
};
