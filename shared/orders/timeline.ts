import { formatYuan, type Fen } from '../money';
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
  payLate: '订单关闭后收到付款，正在处理',
  mismatch: '付款信息与订单不符，等待人工核对',
  accept: '核对无误，内容已开通',
  sendBack: '款项将原路退回',
  refundPart: '部分退款已到账',
  refundAll: '退款已到账',
};

/** Steps that mean something else for a gift. */
const GIFT_WORDS: Readonly<Partial<typeof WORDS>> = {
  pay: '支付成功，礼物等待领取',
  accept: '核对无误，礼物等待领取',
};

/** The story of an order, oldest first. */
export const timelineOf = (
  history: readonly { readonly at: number; readonly event: OrderEvent | 'create' }[],
  isGift = false,
): TimelineLine[] =>
  history.flatMap(({ at, event }) => {
    const text = (isGift ? GIFT_WORDS[event] : undefined) ?? WORDS[event];
    return text === undefined ? [] : [{ at, text }];
  });

/** A line about a refund that was asked for. */
export const askedLine = (at: number, amount: Fen): TimelineLine => ({
  at,
  text: `申请退款 ¥${formatYuan(amount)}`,
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
