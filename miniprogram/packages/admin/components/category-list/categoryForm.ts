import type { Answer, Question } from '../../../../lib/call';

export type Category = Answer<'manageShop'>['categories'][number];

/** A category as an admin types it; one without an id is new. */
export type CategoryForm = {
  readonly categoryId: string;
  readonly name: string;
  readonly description: string;
  readonly icon: string;
};

/** The glyphs to choose from, all of which components/icon can draw. */
export const ICONS = [
  'code',
  'chart-bar',
  'palette',
  'translate',
  'music',
  'camera',
  'film',
  'book',
  'education',
  'lightbulb',
  'rocket',
  'tools',
  'internet',
  'desktop',
  'mobile',
  'data-base',
  'money',
  'heart',
  'usergroup',
  'certificate',
  'edit-1',
  'compass',
  'sound',
  'app',
] as const;

export const NEW_CATEGORY: CategoryForm = {
  categoryId: '',
  name: '',
  description: '',
  icon: ICONS[0],
};

export const formOf = ({ categoryId, name, description, icon }: Category): CategoryForm => ({
  categoryId,
  name,
  description,
  icon,
});

/** What must be put right before it can be saved; empty when nothing must. */
export const problemOf = ({ name, description }: CategoryForm): string => {
  const length = [...name.trim()].length;
  if (length < 1) return '请填写分类名称';
  if (length > 12) return '分类名称最多 12 个字';
  return [...description.trim()].length > 100 ? '说明最多 100 个字' : '';
};

/** What `manageShop` takes to save it. */
export const saveQuestion = (form: CategoryForm): Question<'manageShop'> => ({
  action: 'saveCategory',
  name: form.name.trim(),
  description: form.description.trim(),
  icon: form.icon,
  ...(form.categoryId && { categoryId: form.categoryId }),
});
