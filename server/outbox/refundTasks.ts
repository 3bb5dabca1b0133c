import { formatYuan } from '../../shared/money';
import { differencesOf } from '../differences/differences';
import { record } from '../events/events';
import type { Refund } from '../refunds/refund';
import { asThing, orderPage, tellOnce, TEACHER_REFUNDS_PAGE } from './telling';
import type { Tasks } from './work';

/** How each thing is done that a change of a refund leaves to be done. */
export const refundTasks: Tasks<Refund> = {
  recordRefunded: ({ db, ids, now }, { _id, userId, itemId, openid, amount }) =>
    record(db, {
      eventId: ids.derived('evt', _id, 'order_refunded'),
      name: 'order_refunded',
      at: now,
      userId,
      visitor: ids.sealed(openid),
      subject: itemId,
      amount,
    }),

  clearDoubt: ({ db, ids, now }, _refund, doubt) =>
    differencesOf(db, ids).resolve(doubt, {
      at: now,
      by: 'rule',
      kind: 'clearedUp',
      text: '退款单号与核销的退款一致',
    }),

  tellTeacherAsked: async (context, { _id, teacherId, buyer, title, amount }) => {
    if (!teacherId) return;
    await tellOnce(context, {
      about: [_id, 'asked'],
      userId: teacherId,
      title: '有一笔退款待处理',
      body: `${buyer} 申请退回《${title}》的 ¥${formatYuan(amount)}。`,
      page: TEACHER_REFUNDS_PAGE,
    });
  },

  tellBuyerRefunded: (context, { _id, orderId, userId, openid, title, amount }) =>
    tellOnce(context, {
      about: [_id, 'refunded'],
      userId,
      title: '退款已到账',
      body: `《${title}》的 ¥${formatYuan(amount)} 已原路退回。`,
      page: orderPage(orderId),
      message: {
        openid,
        template: 'refunded',
        fields: { thing1: asThing(title), amount2: formatYuan(amount) },
      },
    }),

  tellBuyerRejected: (context, { _id, orderId, userId, title, note }) =>
    tellOnce(context, {
      about: [_id, 'rejected'],
      userId,
      title: '退款申请未通过',
      body: `《${title}》的退款申请未通过${note ? `：${note}` : '。'}`,
      page: orderPage(orderId),
    }),

  tellBuyerFailed: (context, { _id, orderId, userId, title }) =>
    tellOnce(context, {
      about: [_id, 'failed'],
      userId,
      title: '退款未能完成',
      body: `《${title}》的退款被支付平台关闭，内容已恢复，您可以重新申请。`,
      page: orderPage(orderId),
    }),
};
