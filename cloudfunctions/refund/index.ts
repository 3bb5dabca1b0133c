import { refund as contract } from '../../shared/refunds/contract';
import { fail, ok } from '../../shared/result';
import { holderOf } from '../../server/access/holder';
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

/** Of a gift that nobody has claimed. */
const NOTHING_LEARNED = { percent: 0, lessons: 0 };

/** How far whoever has the item has verifiably learned; nothing is known of a membership, which has no lessons. */
const learnedOf = async (order: Order, { db }: Context) => {
  const { item } = order;
  if (item.kind !== 'course') return undefined;
  const learner = holderOf(order);
  if (learner === undefined) return NOTHING_LEARNED;
  const course = await coursesOf(db).get(item.id);
  return course && learnedPercent(db, learner, course);
};

export const main = live(handler);
