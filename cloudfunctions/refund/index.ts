import { refund as contract } from '../../shared/refunds/contract';
import { fail, ok } from '../../shared/result';
import { coursesOf } from '../../server/catalogue/courses';
import type { Context } from '../../server/context';
import { defineFunction } from '../../server/defineFunction';
import { learnedPercent } from '../../server/learning/progress';
import { live } from '../../server/live';
import type { Order } from '../../server/orders/order';
import { orderBy } from '../../server/orders/orders';
import { refundOfRequest } from '../../server/refunds/refunds';
import { isSameRequest, requestRefund } from '../../server/refunds/requesting';
import { submitAtOnce } from '../../server/refunds/submitting';
import { readShop } from '../../server/shop/settings';

export const handler = defineFunction(contract, {
  reads: ({ orderId, requestId }, { identity: { openid = '' } }) => ({
    order: orderBy(orderId),
    earlier: refundOfRequest(openid, requestId),
    settings: readShop(),
  }),
  owner: ({ order }) => order?.userId,

  run: async (input, context) => {
    const { order, earlier, settings } = context.found;
    if (!order || !settings) return fail('NOT_FOUND');
    if (earlier && !isSameRequest(earlier, input)) return fail('REQUEST_REUSED');

    const learned = await learnedOf(order, context);
    const { now } = context;
    const asked = await requestRefund(context, {
      ...input,
      rule: settings.refundRule,
      learned,
      now,
    });
    if (!asked.ok) return asked;
    const refund = await submitAtOnce(context, asked.data, now);
    return ok({ refundId: refund._id, status: refund.status });
  },
});

/** How far the buyer has verifiably learned; nothing for a membership, which has no lessons. */
const learnedOf = async ({ item, userId }: Order, { db }: Context) => {
  if (item.kind !== 'course') return undefined;
  const course = await coursesOf(db).get(item.id);
  return course && learnedPercent(db, userId, course);
};

export const main = live(handler);
