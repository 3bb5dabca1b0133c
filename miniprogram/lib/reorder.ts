/** Up or down a list. */
export type Step = -1 | 1;

/** The list with one thing moved one place; at either end it stays as it is. */
export const moved = <Item>(items: readonly Item[], index: number, step: Step): readonly Item[] => {
  const moving = items[index];
  const other = items[index + step];
  if (moving === undefined || other === undefined) return items;
  return items.map((item, at) => (at === index ? other : at === index + step ? moving : item));
};
