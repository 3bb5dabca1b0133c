import type { OrderRow } from '../../../shared/orders/contract';
import { addressOf, pages } from '../../lib/navigate';

type Gift = Pick<OrderRow, 'gift' | 'item'>;

/** The card that brings a gift to a friend; one that does not wait to be claimed shares what it is. */
export const giftShare = (
  { gift, item }: Gift,
  giver: string,
): WechatMiniprogram.Page.ICustomShareContent => {
  const courseId = item.kind === 'course' ? item.id : undefined;
  const page = courseId ? pages.course : pages.membership;
  if (!gift?.code) return { title: item.title, path: addressOf(page, { courseId }) };
  return {
    title: `送你一份礼物：${item.title}`,
    path: addressOf(pages.gift, { code: gift.code, courseId, giver: giver || undefined }),
  };
};
