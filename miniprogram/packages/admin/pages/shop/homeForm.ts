import type { Question } from '../../../../lib/call';
import { moved, type Step } from '../../../../lib/reorder';

/** A course on the first screen: what a banner says, or a recommended course's title. */
export type Place = { readonly courseId: string; readonly title: string };

/** The two rows of courses that an admin arranges. */
export type RowName = 'banners' | 'recommended';

/** The first screen as an admin arranges it. */
export type HomeForm = {
  readonly shopName: string;
  readonly banners: readonly Place[];
  readonly recommended: readonly Place[];
};

export const EMPTY_HOME: HomeForm = { shopName: '', banners: [], recommended: [] };

const MOST: Readonly<Record<RowName, number>> = { banners: 6, recommended: 20 };
const LONGEST_BANNER = 24;

const cut = (text: string, most: number): string => [...text].slice(0, most).join('');

/** Why a course cannot join a row; empty when it can. */
export const refusalOf = (form: HomeForm, row: RowName, courseId: string): string => {
  if (form[row].length >= MOST[row]) return `最多 ${MOST[row]} 个`;
  return form[row].some((place) => place.courseId === courseId) ? '这门课已经在里面了' : '';
};

/** Adds a course at the end of a row; a banner's text starts as the course's title. */
export const withPlace = (form: HomeForm, row: RowName, { courseId, title }: Place): HomeForm => ({
  ...form,
  [row]: [
    ...form[row],
    { courseId, title: row === 'banners' ? cut(title, LONGEST_BANNER) : title },
  ],
});

export const withMove = (
  form: HomeForm,
  row: RowName,
  { index, step }: { index: number; step: Step },
): HomeForm => ({ ...form, [row]: moved(form[row], index, step) });

export const withoutPlace = (form: HomeForm, row: RowName, index: number): HomeForm => ({
  ...form,
  [row]: form[row].filter((_, at) => at !== index),
});

/** What must be put right before it can be saved; empty when nothing must. */
export const problemOf = ({ shopName, banners }: HomeForm): string => {
  const length = [...shopName.trim()].length;
  if (length < 1 || length > 20) return '店铺名称为 1 到 20 个字';
  return banners.some((banner) => banner.title.trim() === '') ? '请为每张轮播图写一句话' : '';
};

/** What `manageShop` takes to save it. */
export const saveQuestion = (form: HomeForm): Question<'manageShop'> => ({
  action: 'saveHome',
  shopName: form.shopName.trim(),
  banners: form.banners.map(({ courseId, title }) => ({ courseId, title: title.trim() })),
  recommended: form.recommended.map((place) => place.courseId),
});
