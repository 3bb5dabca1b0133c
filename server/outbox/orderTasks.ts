import { commissionOf } from '../../shared/ledger/sold';
import { formatYuan, ZERO } from '../../shared/money';
import { PAID_STATUSES } from '../../shared/orders/machine';
import { coursesOf } from '../catalogue/courses';
import type { Context } from '../context';
import { releaseCoupon, useCoupon } from '../offers/holding';
import { record } from '../events/events';
import type { Order } from '../orders/order';
import { ordersOf } from '../orders/orders';
import { soldBy } from '../orders/settlePaid';
import { deciderOf } from '../refunds/decider';
import { releaseSeat, seatToken } from '../orders/seats';
import { asThing, EARNINGS_PAGE, orderPage, tellOnce, TEACHER_ORDERS_PAGE } from './telling';
import type { Tasks } from './work';

const tellToAskApple = (context: Context, { _id, userId, item }: Order, why: string) =>
  tellOnce(context, {
    about: [_id, 'askApple'],
    userId,
    title: '请向苹果申请退款',
    body: `《${item.title}》${why}。这笔款由苹果收取，店铺不能代退，请在 reportaproblem.apple.com 申请退款。`,
    page: orderPage(_id),
  });

/** How each thing is done that a change of an order leaves to be done. */
export const orderTasks: Tasks<Order> = {
  recordCreated: (context, order) => recordOrder(context, order, 'order_create'),
  recordPaid: (context, order) => recordOrder(context, order, 'order_paid'),

  tellBuyerPaid: (context, { _id, userId, openid, item, paid }) =>
    tellOnce(context, {
      about: [_id, 'paid'],
      userId,
      title: '购买成功',
      body: `《${item.title}》已开通，现在就可以开始学习。`,
      page: orderPage(_id),
      message: {
        openid,
        template: 'paid',
        fields: { thing1: asThing(item.title), amount2: formatYuan(paid?.amount ?? ZERO) },
      },
    }),

  tellGiverPaid: (context, { _id, userId, item }) =>
    tellOnce(context, {
      about: [_id, 'giftPaid'],
      userId,
      title: '礼物已备好',
      body: `《${item.title}》等待领取，把领取码发给朋友吧；30 天内无人领取会自动退款。`,
      page: orderPage(_id),
    }),

  tellGiverClaimed: (context, { _id, userId, item }) =>
    tellOnce(context, {
      about: [_id, 'giftClaimed'],
      userId,
      title: '礼物已被领取',
      body: `您送出的《${item.title}》已被领取。`,
      page: orderPage(_id),
    }),

  tellTeacherSold: async (context, { _id, teacherId, buyer, item }) => {
    if (!teacherId) return;
    await tellOnce(context, {
      about: [_id, 'sold'],
      userId: teacherId,
      title: '有新学员加入',
      body: `${buyer} 购买了《${item.title}》。`,
      page: TEACHER_ORDERS_PAGE,
    });
  },

  tellAffiliateSold: async (context, order) => {
    const { _id, affiliate, item, holdDays } = order;
    if (!affiliate) return;
    const commission = formatYuan(commissionOf(soldBy(order)));
    await tellOnce(context, {
      about: [_id, 'brought'],
      userId: affiliate.userId,
      title: '推广成功',
      body: `《${item.title}》经您的分享售出，佣金 ¥${commission}，${holdDays} 天后可提现。`,
      page: EARNINGS_PAGE,
    });
  },

  tellBuyerSentBack: (context, order) =>
    deciderOf(order) === 'apple'
      ? tellToAskApple(context, order, '付款到账时已无法开通')
      : tellOnce(context, {
          about: [order._id, 'sentBack'],
          userId: order.userId,
          title: '款项将原路退回',
          body: `《${order.item.title}》付款到账时已无法开通，款项会自动退回，无需操作。`,
          page: orderPage(order._id),
        }),

  tellBuyerAskApple: (context, order) => tellToAskApple(context, order, '礼物 30 天内无人领取'),

  tellBuyerGranted: (context, { _id, userId, item }) =>
    tellOnce(context, {
      about: [_id, 'granted'],
      userId,
      title: '您收到一份赠予',
      body: `《${item.title}》已为您开通，现在就可以开始学习。`,
      page: orderPage(_id),
    }),

  tellBuyerRevoked: (context, { _id, userId, item }) =>
    tellOnce(context, {
      about: [_id, 'revoked'],
      userId,
      title: '赠予已收回',
      body: `《${item.title}》的赠予已收回，如有疑问请联系我们。`,
      page: orderPage(_id),
    }),

  /** Counted afresh each time, so that repeating it is harmless. */
  countLearners: async ({ db }, { item }) => {
    if (item.kind !== 'course') return;
    const learners = await ordersOf(db).countLearners(item.id, PAID_STATUSES);
    await coursesOf(db).showLearners(item.id, learners);
  },

  reportDelivery: async ({ pay, now }, { _id, openid, item, payTo, paid }) => {
    const provider = payTo && paid && pay.named(payTo.provider);
    if (!provider) return;
    const { transactionId } = paid;
    const report = { orderId: _id, openid, transactionId, title: item.title, now };
    const answer = await provider.reportDelivery(report);
    if (answer.kind === 'unknown') throw new Error(answer.detail);
  },

  useCoupon: async ({ db }, { _id, coupon }) => {
    if (coupon) await useCoupon(db, { _id, coupon });
  },

  releaseSeat: ({ db }, { _id, item }, number) =>
    releaseSeat(db, { courseId: item.id, token: seatToken(_id, Number(number)) }),

  releaseCoupon: async ({ db }, { _id, coupon }, number) => {
    if (coupon) await releaseCoupon(db, { _id, coupon }, Number(number));
  },
};

const recordOrder = (
  { db, ids }: Context,
  { _id, userId, openid, item, payable, createdAt, paid, via }: Order,
  name: 'order_create' | 'order_paid',
): Promise<boolean> =>
  record(db, {
    eventId: ids.derived('evt', _id, name),
    name,
    at: name === 'order_paid' && paid ? paid.at : createdAt,
    userId,
    visitor: ids.sealed(openid),
    via,
    subject: item.id,
    amount: payable,
  });
