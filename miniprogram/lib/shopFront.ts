import { call, type Answer, type PhoneReply } from './call';

export type ShopFront = Answer<'getHome'>;
export type Category = ShopFront['categories'][number];

let known: ShopFront | undefined;

/** The first screen's content; remembered, so that other pages have the shop's name and categories for free. */
export const loadShopFront = async (fresh = false): Promise<PhoneReply<'getHome'>> => {
  if (known && !fresh) return { ok: true, data: known };
  const reply = await call('getHome', {});
  if (reply.ok) known = reply.data;
  return reply;
};
