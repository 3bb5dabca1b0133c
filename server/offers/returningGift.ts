import { isWaiting } from '../orders/gift';
import type { Order } from '../orders/order';
import { ordersOf } from '../orders/orders';
import type { Ports } from '../ports';
import { requestRefund } from '../refunds/requesting';
import { submitAtOnce } from '../refunds/submitting';

/** Nobody claimed it: no one has learned anything, and no time is too late. */
const RULE = { days: 365, maxPercent: 0, teacherLimit: 0 };
const NOTHING_LEARNED = { percent: 0, lessons: 0 };

/** Sends the money of a gift back that nobody claimed in time, once; a gift of nothing just stops waiting. */
export const returnUnclaimed = async (
  ports: Pick<Ports, 'db' | 'ids' | 'log' | 'pay'>,
  order: Order,
  now: number,
): Promise<void> => {
  const { expiresAt, claimedBy } = order.gift ?? {};
  if (expiresAt !== undefined && claimedBy === undefined && now >= expiresAt) {
    const asked = await requestRefund(ports, {
      requestId: 'giftUnclaimed',
      orderId: order._id,
      reason: '礼物 30 天内无人领取，自动退款',
      rule: RULE,
      learned: NOTHING_LEARNED,
      onlyIf: isWaiting,
      now,
    });
    if (asked.ok) await submitAtOnce(ports, asked.data, now);
    else if (asked.code === 'REFUND_BY_APPLE') {
      await ordersOf(ports.db).leaveTodo(order, 'tellBuyerAskApple', now);
    }
  }
  await ordersOf(ports.db).lookAgain(order, undefined);
};
