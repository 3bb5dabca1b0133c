import { fail, ok, type Result } from '../../shared/result';
import { grant, ownedOtherwise } from '../access/grants';
import type { User } from '../accounts/user';
import type { Ports } from '../ports';
import { canBeClaimed } from '../orders/gift';
import type { Order } from '../orders/order';
import { ordersIn } from '../orders/orders';

type Refusal = 'CODE_NOT_USABLE' | 'GIFT_IS_YOURS' | 'COURSE_ALREADY_OWNED';

/**
 * Gives what a gift's order bought to whoever brings its code first. The order decides: claiming it and refunding it
 * meet there, so that only one of them happens. Safe to repeat.
 */
export const takeGift = (
  { db }: Pick<Ports, 'db'>,
  { orderId, user, now }: { readonly orderId: string; readonly user: User; readonly now: number },
): Promise<Result<Order, Refusal>> =>
  db.transaction(async (tx): Promise<Result<Order, Refusal>> => {
    const order = await ordersIn(tx).get(orderId);
    if (!order?.gift) return fail('CODE_NOT_USABLE');
    if (order.gift.claimedBy === user._id) return ok(order);
    if (!canBeClaimed(order, now)) return fail('CODE_NOT_USABLE');
    if (order.userId === user._id) return fail('GIFT_IS_YOURS');
    const claimed = { ...order, gift: { ...order.gift, claimedBy: user._id, claimedAt: now } };
    if (await ownedOtherwise(tx, claimed)) return fail('COURSE_ALREADY_OWNED');
    await ordersIn(tx).amend(order, {
      set: { 'gift.claimedBy': user._id, 'gift.claimedAt': now, todoAt: now },
      append: { todo: ['tellGiverClaimed'] },
      unset: ['checkAt'],
    });
    await grant(tx, claimed, now);
    return ok(claimed);
  });
