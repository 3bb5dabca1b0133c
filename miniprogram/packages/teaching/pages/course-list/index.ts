import type { CourseStatus } from '../../../../../shared/catalogue/contract';
import type { Choice, Chosen } from '../../../../components/filter-bar/index';
import { call, type Answer } from '../../../../lib/call';
import { listPage } from '../../../../lib/listPage';
import { openPage, pages } from '../../../../lib/navigate';
import { emptyList } from '../../../../lib/pagedList';
import type { Tap } from '../../../../lib/tap';
import { COURSE_STATUS } from '../../wording';

type Row = Answer<'getMyCourses'>['items'][number];

const FILTERS: readonly Choice<CourseStatus | ''>[] = [
  { value: '', word: '全部' },
  { value: 'published', word: '售卖中' },
  { value: 'draft', word: '草稿' },
  { value: 'retired', word: '已下架' },
];

const ENTRIES = [
  { page: pages.teacherOrders, icon: 'bill', word: '订单' },
  { page: pages.teacherQuestions, icon: 'chat', word: '问答' },
  { page: pages.teacherRefunds, icon: 'rollback', word: '退款' },
];

/** The instructor's desk: the courses they teach, and the ways to orders, questions and refunds. */
Page({
  ...listPage,

  data: {
    ...emptyList<Row>(),
    entered: false,
    filters: FILTERS,
    filter: '' as CourseStatus | '',
    entries: ENTRIES,
    statusLabels: COURSE_STATUS,
  },

  onEnter() {
    this.setData({ entered: true });
    void this.load();
  },

  onShow() {
    if (this.data.entered) void this.load();
  },

  fetch(cursor: string | undefined) {
    const { filter } = this.data;
    return call('getMyCourses', { cursor, ...(filter && { status: filter }) });
  },

  onFilterChange({ detail }: Chosen<CourseStatus | ''>) {
    this.setData({ filter: detail.value });
    void this.load();
  },

  onEntryTap({ currentTarget }: Tap<{ page: string }>) {
    openPage(currentTarget.dataset.page);
  },

  onCreateTap() {
    openPage(pages.courseEdit);
  },

  onEditTap({ currentTarget }: Tap<{ courseId: string }>) {
    openPage(pages.courseEdit, currentTarget.dataset);
  },

  onOutlineTap({ currentTarget }: Tap<{ courseId: string }>) {
    openPage(pages.outline, currentTarget.dataset);
  },
});
