import type { OrderRow } from '../../../shared/orders/contract';
import type { OrderStatus } from '../../../shared/orders/machine';
import type { RefundStatus } from '../../../shared/refunds/machine';
import { isPaid } from '../../lib/pay';

type Words = { word: string; tone: 'wait' | 'good' | 'quiet'; text: string };

/** What each status of an order means to its buyer. */
export const orderWords: Record<OrderStatus, Words> = {
  reserving: { word: '占位中', tone: 'wait', text: '正在为你保留名额' },
  pending: { word: '待支付', tone: 'wait', text: '请在时限内完成支付，超时会自动关闭' },
  closing: { word: '关闭中', tone: 'wait', text: '正在向支付平台确认，稍后更新' },
  closed: { word: '已关闭', tone: 'quiet', text: '订单没有付款，已经关闭' },
  late: { word: '核对中', tone: 'wait', text: '订单关闭后收到了付款，正在处理' },
  paid: { word: '已完成', tone: 'good', text: '已开通，随时可以学习' },
  partiallyRefunded: { word: '部分退款', tone: 'good', text: '已退还一部分，课程仍然有效' },
  refunded: { word: '已退款', tone: 'quiet', text: '款项已原路退回' },
  review: { word: '核对中', tone: 'wait', text: '工作人员正在核对这笔付款' },
  autoRefunding: { word: '退回中', tone: 'wait', text: '款项正在原路退回' },
  autoRefunded: { word: '已退回', tone: 'quiet', text: '款项已原路退回' },
};

/** What each status of a refund means to the one who asked. */
export const refundWords: Record<RefundStatus, string> = {
  requested: '等待审核',
  approved: '已同意，准备退款',
  submitting: '正在退款',
  processing: '银行处理中',
  abnormal: '退款遇到问题，工作人员在处理',
  succeeded: '已退回原支付账户',
  rejected: '未通过',
  failed: '退款失败，请联系客服',
};

/** The buttons of an order, by the action the server allows; the first of an order's actions stands out. */
export const actionWords: Record<OrderRow['actions'][number], string> = {
  pay: '去支付',
  study: '去学习',
  buyAgain: '再次购买',
  refund: '申请退款',
  cancel: '取消订单',
};

type Action = OrderRow['actions'][number];
const ORDER_OF_ACTIONS = Object.keys(actionWords) as Action[];

/** Never what a page asks one to do, even where nothing else can be done. */
const QUIET: readonly Action[] = ['refund', 'cancel'];

const UNDER_WAY: readonly RefundStatus[] = ['approved', 'submitting', 'processing', 'abnormal'];

const beingRefunded: Words = {
  word: '退款中',
  tone: 'wait',
  text: '退款正在处理，款项会原路退回',
};

type GiftState = NonNullable<OrderRow['gift']>['state'];

/** What each state of a gift means to its giver; before it is paid its order says all. */
const giftWords: Partial<Record<GiftState, Words>> = {
  waiting: { word: '待领取', tone: 'wait', text: '把领取码发给好友，领取后就能学习' },
  claimed: { word: '已领取', tone: 'good', text: '好友已经收下，可以开始学习了' },
  returned: { word: '已退回', tone: 'quiet', text: '没有人领取，款项会原路退回' },
};

const wordsOf = ({ status, refunds, gift }: OrderRow): Words => {
  if (refunds.some((refund) => UNDER_WAY.includes(refund.status))) return beingRefunded;
  const given = gift && isPaid(status) ? giftWords[gift.state] : undefined;
  return given ?? orderWords[status];
};

/** An order as pages show it; a refund under way is what its buyer wants to know first. */
export const orderView = (order: OrderRow) => ({
  ...order,
  ...wordsOf(order),
  counting: order.status === 'pending',
  buttons: ORDER_OF_ACTIONS.filter((action) => order.actions.includes(action)).map(
    (action, index) => ({
      action,
      word: actionWords[action],
      main: index === 0 && !QUIET.includes(action),
    }),
  ),
});

export type OrderView = ReturnType<typeof orderView>;
