import type { OrderStatus } from '../../../../../shared/orders/machine';
import type { Choice, Chosen } from '../../../../components/filter-bar/index';
import { call, type Answer } from '../../../../lib/call';
import { minute, yuan } from '../../../../lib/format';
import { listPage } from '../../../../lib/listPage';
import { emptyList, shownAs } from '../../../../lib/pagedList';
import { say } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { ORDER_STATUS } from '../../wording';

type Order = Answer<'getTeacherOrders'>['items'][number];
type Row = Order & { readonly when: string; readonly refundedYuan: string };
type CourseChoice = { readonly courseId: string; readonly title: string };

const ANY_COURSE: CourseChoice = { courseId: '', title: '全部课程' };

const FILTERS: readonly Choice<OrderStatus | ''>[] = [
  { value: '', word: '全部' },
  { value: 'paid', word: '已支付' },
  { value: 'pending', word: '待支付' },
  { value: 'partiallyRefunded', word: '部分退款' },
  { value: 'refunded', word: '已退款' },
  { value: 'closed', word: '已关闭' },
  { value: 'review', word: '待核对' },
];

const rowOf = (order: Order): Row => ({
  ...order,
  when: minute(order.paidAt ?? order.createdAt),
  refundedYuan: order.refunded > 0 ? yuan(order.refunded) : '',
});

/** Orders of the courses the caller teaches; an admin sees those of all. */
Page({
  ...listPage,

  data: {
    ...emptyList<Row>(),
    filters: FILTERS,
    filter: '' as OrderStatus | '',
    courses: [ANY_COURSE],
    courseIndex: 0,
    statusLabels: ORDER_STATUS,
  },

  onEnter() {
    void this.load();
    void this.loadCourses();
  },

  async fetch(cursor: string | undefined) {
    const { filter, courses, courseIndex } = this.data;
    const courseId = courses[courseIndex]?.courseId;
    const reply = await call('getTeacherOrders', {
      cursor,
      ...(filter && { status: filter }),
      ...(courseId && { courseId }),
    });
    return shownAs(reply, rowOf);
  },

  /** The choice of courses; without it, as on a bad network, all orders are still there. */
  async loadCourses() {
    const reply = await call('getMyCourses', {});
    if (reply.ok) this.setData({ courses: [ANY_COURSE, ...reply.data.items] });
  },

  onFilterChange({ detail }: Chosen<OrderStatus | ''>) {
    this.setData({ filter: detail.value });
    void this.load();
  },

  onCourseChange({ detail }: WechatMiniprogram.PickerChange) {
    this.setData({ courseIndex: Number(detail.value) });
    void this.load();
  },

  async onNumberTap({ currentTarget }: Tap<{ orderId: string }>) {
    await wx.setClipboardData({ data: currentTarget.dataset.orderId });
    say('订单号已复制');
  },
});
