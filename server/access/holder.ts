import type { Order } from '../orders/order';

/** Whose the right is that an order bought: a gift's is nobody's until it is claimed. */
export const holderOf = ({ userId, gift }: Pick<Order, 'userId' | 'gift'>): string | undefined =>
  gift ? gift.claimedBy : userId;
