import type { ItemKind, OrderRow } from '../../../shared/orders/contract';
import { openPage, pages } from '../../lib/navigate';

const places: Record<ItemKind, (id: string) => [string, Record<string, string>]> = {
  course: (courseId) => [pages.course, { courseId }],
  membership: () => [pages.membership, {}],
};

/** Goes to what an order is about: its course, or the membership. */
export const openBought = (
  item: Pick<OrderRow['item'], 'kind' | 'id'>,
  go: typeof openPage = openPage,
): void => go(...places[item.kind](item.id));
