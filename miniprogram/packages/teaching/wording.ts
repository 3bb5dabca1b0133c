import type { CourseStatus } from '../../../shared/catalogue/contract';
import type { OrderStatus } from '../../../shared/orders/machine';
import type { RefundStatus } from '../../../shared/refunds/machine';

/** A status in the teacher's words, and the chip that shows it. */
type Label = { readonly word: string; readonly chip: string };
type Labels<Status extends string> = Readonly<Record<Status, Label>>;

const quiet = (word: string): Label => ({ word, chip: '' });
const urgent = (word: string): Label => ({ word, chip: 'chip--brand' });
const good = (word: string): Label => ({ word, chip: 'chip--success' });

export const COURSE_STATUS: Labels<CourseStatus> = {
  draft: quiet('草稿'),
  published: good('售卖中'),
  retired: quiet('已下架'),
  removed: quiet('已删除'),
};

export const ORDER_STATUS: Labels<OrderStatus> = {
  reserving: quiet('占位中'),
  pending: urgent('待支付'),
  closing: quiet('关闭中'),
  closed: quiet('已关闭'),
  late: urgent('迟到付款'),
  paid: good('已支付'),
  partiallyRefunded: urgent('部分退款'),
  refunded: quiet('已退款'),
  review: urgent('待核对'),
  autoRefunding: urgent('自动退款中'),
  autoRefunded: quiet('已自动退款'),
};

export const REFUND_STATUS: Labels<RefundStatus> = {
  requested: urgent('待处理'),
  approved: good('已同意'),
  submitting: good('提交退款中'),
  processing: good('退款中'),
  abnormal: urgent('退款异常'),
  succeeded: good('已退款'),
  rejected: quiet('已拒绝'),
  failed: urgent('退款失败'),
};
