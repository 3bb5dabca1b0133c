import type { OrderEvent, OrderStatus } from '../../../shared/orders/machine';
import type { RefundEvent, RefundStatus } from '../../../shared/refunds/machine';

/** A status in words, and the chip that shows it. */
type Label = { readonly word: string; readonly chip: string };

const quiet = (word: string): Label => ({ word, chip: '' });
const urgent = (word: string): Label => ({ word, chip: 'chip--brand' });
const good = (word: string): Label => ({ word, chip: 'chip--success' });

export const ORDER_LABELS: Readonly<Record<OrderStatus, Label>> = {
  reserving: quiet('占位中'),
  pending: urgent('待支付'),
  closing: quiet('关闭中'),
  closed: quiet('已关闭'),
  late: urgent('迟到付款'),
  paid: good('已支付'),
  partiallyRefunded: urgent('部分退款'),
  refunded: quiet('已退款'),
  review: urgent('待核对'),
  autoRefunding: urgent('自动退回中'),
  autoRefunded: quiet('已自动退回'),
};

export const REFUND_LABELS: Readonly<Record<RefundStatus, Label>> = {
  requested: urgent('待审核'),
  approved: urgent('待提交'),
  submitting: urgent('提交中'),
  processing: urgent('银行处理中'),
  abnormal: urgent('退款异常'),
  succeeded: good('已到账'),
  rejected: quiet('已拒绝'),
  failed: quiet('未成功'),
};

const ORDER_STEPS: Readonly<Record<OrderEvent | 'create', string>> = {
  create: '提交订单',
  reserve: '占位成功，等待付款',
  giveUp: '名额或优惠已被占用，订单关闭',
  pay: '确认收款，开通内容',
  startClosing: '停止付款，向支付平台确认',
  close: '支付平台确认未付款，订单关闭',
  payLate: '订单关闭后收到付款，重新占位',
  mismatch: '付款与订单不符，暂挂等待核对',
  accept: '两位管理员认可付款，开通内容',
  sendBack: '款项原路退回，不开通内容',
  refundPart: '部分退款到账',
  refundAll: '全额退款到账',
};

const REFUND_STEPS: Readonly<Record<RefundEvent | 'ask', string>> = {
  ask: '提出退款',
  reject: '拒绝退款',
  approve: '同意退款',
  submit: '提交支付平台',
  accept: '支付平台受理',
  succeed: '退款到账',
  turnAbnormal: '支付平台报告异常',
  retry: '重新提交',
  fail: '退款未成功，金额释放',
};

const wordIn =
  (steps: Readonly<Record<string, string>>) =>
  (event: string): string =>
    steps[event] ?? event;

/** What happened to an order, for an admin. */
export const orderStep = wordIn(ORDER_STEPS);
/** What happened to a refund, for an admin. */
export const refundStep = wordIn(REFUND_STEPS);
