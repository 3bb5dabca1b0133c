import { openPage, pages } from './navigate';

let wished: string | undefined;

/** Opens the discover tab at a category; a tab takes no query, so the wish waits here. */
export const openCategory = (categoryId: string): void => {
  wished = categoryId;
  openPage(pages.discover);
};

/** The category someone asked for since the last time, once. */
export const takeCategoryWish = (): string | undefined => {
  const categoryId = wished;
  wished = undefined;
  return categoryId;
};
