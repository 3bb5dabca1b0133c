import type { OrderStatus } from '../../../../../shared/orders/machine';
import { call, type Answer } from '../../../../lib/call';
import { minute, yuan } from '../../../../lib/format';
import { emptyList, loadList, loadMore } from '../../../../lib/pagedList';
import { say } from '../../../../lib/say';
import type { Tap } from '../../../../lib/tap';
import { ORDER_STATUS } from '../../wording';

type Order = Answer<'getTeacherOrders'>['items'][number];
type Row = Order & { readonly when: string; readonly refundedYuan: string };
type CourseChoice = { readonly courseId: string; readonly title: string };

const ANY_COURSE: CourseChoice = { courseId: '', title: '全部课程' };

const FILTERS: readonly { readonly status: OrderStatus | ''; readonly word: string }[] = [
  { status: '', word: '全部' },
  { status: 'paid', word: '已支付' },
  { status: 'pending', word: '待支付' },
  { status: 'partiallyRefunded', word: '部分退款' },
  { status: 'refunded', word: '已退款' },
  { status: 'closed', word: '已关闭' },
  { status: 'review', word: '待核对' },
];

const rowOf = (order: Order): Row => ({
  ...order,
  when: minute(order.paidAt ?? order.createdAt),
  refundedYuan: order.refunded > 0 ? yuan(order.refunded) : '',
});

/** Orders of the courses the caller teaches; an admin sees those of all. */
Page({
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

  async onPullDownRefresh() {
    await this.load();
    void wx.stopPullDownRefresh();
  },

  onReachBottom() {
    void loadMore(this, (cursor) => this.fetch(cursor));
  },

  load() {
    return loadList(this, (cursor) => this.fetch(cursor));
  },

  async fetch(cursor: string | undefined) {
    const { filter, courses, courseIndex } = this.data;
    const courseId = courses[courseIndex]?.courseId;
    const reply = await call('getTeacherOrders', {
      cursor,
      ...(filter && { status: filter }),
      ...(courseId && { courseId }),
    });
    if (!reply.ok) return reply;
    return { ok: true as const, data: { ...reply.data, items: reply.data.items.map(rowOf) } };
  },

  /** The choice of courses; without it, as on a bad network, all orders are still there. */
  async loadCourses() {
    const reply = await call('getMyCourses', {});
    if (reply.ok) this.setData({ courses: [ANY_COURSE, ...reply.data.items] });
  },

  onFilterTap({ currentTarget }: Tap<{ status: OrderStatus | '' }>) {
    this.setData({ filter: currentTarget.dataset.status });
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
