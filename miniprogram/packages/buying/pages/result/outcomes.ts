import type { OrderStatus } from '../../../../../shared/orders/machine';
import { isPaid, isUndecided } from '../../../../lib/pay';

/** What the page says about a payment. */
export const outcomes = {
  asking: {
    icon: 'time',
    tone: 'quiet',
    title: '正在确认支付结果',
    text: '正在向支付平台核实，通常不到一秒',
  },
  offline: {
    icon: 'wifi-off',
    tone: 'quiet',
    title: '网络断开了',
    text: '连上后会自动继续确认。如果已经付款，请放心，不会重复扣款',
  },
  unsure: {
    icon: 'time',
    tone: 'quiet',
    title: '还没有收到支付结果',
    text: '如果已经付款，到账后会自动开通，不用再付一次',
  },
  paid: {
    icon: 'check-circle-filled',
    tone: 'good',
    title: '支付成功',
    text: '已为你开通，现在就可以开始',
  },
  sentBack: {
    icon: 'rollback',
    tone: 'quiet',
    title: '款项将原路退回',
    text: '订单关闭后才收到付款，没有开通，钱会自动退回',
  },
  review: {
    icon: 'info-circle',
    tone: 'quiet',
    title: '订单需要人工核对',
    text: '付款与订单不一致，工作人员核对后会通知你',
  },
  closed: {
    icon: 'error-circle',
    tone: 'quiet',
    title: '订单已关闭',
    text: '没有完成付款，可以重新购买',
  },
} as const;

export type Outcome = keyof typeof outcomes;

const SPECIAL: Partial<Record<OrderStatus, Outcome>> = {
  autoRefunding: 'sentBack',
  autoRefunded: 'sentBack',
  review: 'review',
};

/** What an order's status means to the one who just paid; undefined is a status nobody could tell. */
export const outcomeOf = (status: OrderStatus | undefined): Outcome => {
  if (!status || isUndecided(status)) return 'unsure';
  return isPaid(status) ? 'paid' : (SPECIAL[status] ?? 'closed');
};
