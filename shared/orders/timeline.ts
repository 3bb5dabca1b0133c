import { formatYuan, type Fen } from '../money';
import type { RefundEvent } from '../refunds/machine';
import type { OrderEvent, OrderStatus } from './machine';

/** One line of an order's story, for its buyer. */
export type TimelineLine = { readonly at: number; readonly text: string };

/** What a buyer reads about each step; steps without words are not theirs to know. */
const WORDS: Readonly<Record<OrderEvent | 'create', string | undefined>> = {
  create: '提交订单',
  reserve: '已为您保留名额和优惠',
  giveUp: '名额或优惠券已不可用，订单关闭',
  pay: '支付成功，内容已开通',
  startClosing: '正在关闭订单',
  close: '订单已关闭',
  payLate: '订单关闭后收到付款，正在重新确认名额',
  mismatch: '付款信息与订单不符，等待工作人员核对',
  accept: '核对无误，内容已开通',
  sendBack: '这笔付款无法开通内容，款项将原路退回',
  refundPart: '部分退款已到账',
  refundAll: '退款已到账',
};

/** How an order came to be, where it is not simply bought for oneself. */
export type Way = 'bought' | 'gift' | 'redeemed' | 'granted' | 'free';

/** Steps that mean something else on other ways. */
const WORDS_OF_WAY: Readonly<Record<Way, Readonly<Partial<typeof WORDS>>>> = {
  bought: {},
  gift: { pay: '支付成功，礼物等待领取', accept: '核对无误，礼物等待领取' },
  redeemed: { create: '使用兑换码', pay: '兑换成功，内容已开通' },
  granted: { create: undefined, pay: '店铺赠送，内容已开通' },
  free: { pay: '领取成功，内容已开通' },
};

/** The story of an order, oldest first. */
export const timelineOf = (
  history: readonly { readonly at: number; readonly event: OrderEvent | 'create' }[],
  way: Way = 'bought',
): TimelineLine[] => linesOf(history, { ...WORDS, ...WORDS_OF_WAY[way] });

/** A line for each step that has words. */
const linesOf = <Event extends string>(
  history: readonly { readonly at: number; readonly event: Event }[],
  words: Readonly<Record<Event, string | undefined>>,
): TimelineLine[] =>
  history.flatMap(({ at, event }) => {
    const text = words[event];
    return text === undefined ? [] : [{ at, text }];
  });

/** A refund on its way, up to its success, which the order itself tells of. */
const REFUND_WORDS: Readonly<Record<RefundEvent | 'ask', string | undefined>> = {
  ask: undefined,
  reject: undefined,
  approve: undefined,
  submit: undefined,
  accept: '支付平台已受理退款，正在退回原支付账户',
  succeed: undefined,
  turnAbnormal: '退款遇到问题，工作人员正在处理',
  retry: '已重新提交退款',
  fail: '退款未成功，请联系客服',
};

/** The story of a refund, oldest first; what was decided about it is told to whoever asked for it. */
export const refundTimelineOf = ({
  history,
  amount,
  asked,
}: {
  readonly history: readonly { readonly at: number; readonly event: RefundEvent | 'ask' }[];
  readonly amount: Fen;
  /** Whether the buyer asked for it. */
  readonly asked: boolean;
}): TimelineLine[] =>
  linesOf(history, {
    ...REFUND_WORDS,
    ...(asked && {
      ask: `申请退款 ¥${formatYuan(amount)}`,
      reject: '退款申请未通过',
      approve: '退款已同意，款项将原路退回',
    }),
  });

/** What a buyer can do with an order now. */
export type OrderAction = 'pay' | 'cancel' | 'refund' | 'study' | 'buyAgain';

const ACTIONS: Readonly<Record<OrderStatus, readonly OrderAction[]>> = {
  reserving: [],
  pending: ['pay', 'cancel'],
  closing: [],
  closed: ['buyAgain'],
  late: [],
  paid: ['study', 'refund'],
  partiallyRefunded: ['study', 'refund'],
  refunded: ['buyAgain'],
  review: [],
  autoRefunding: [],
  autoRefunded: ['buyAgain'],
};

/** The actions of an order; paying ends with its time, refunding when nothing is left to refund or it is too late. */
export const actionsOf = (order: {
  readonly status: OrderStatus;
  readonly payable: boolean;
  readonly refundable: boolean;
  /** Whether the item is not open to the buyer: all of it is on its way back, or it is a gift. */
  readonly closed: boolean;
}): OrderAction[] =>
  ACTIONS[order.status].filter(
    (action) =>
      (action !== 'pay' || order.payable) &&
      (action !== 'refund' || order.refundable) &&
      (action !== 'study' || !order.closed),
  );
