import type { CourseCard } from '../../../../../shared/catalogue/contract';
import { call } from '../../../../lib/call';
import { emptyList, loadList, loadMore } from '../../../../lib/pagedList';
import type { Tap } from '../../../../lib/tap';

/** A sheet that finds a published course. Fires `pick` with `{courseId, title}`, and `close`. */
Component({
  properties: {
    open: { type: Boolean, value: false },
    title: { type: String, value: '选择课程' },
  },

  data: { ...emptyList<CourseCard>(), keyword: '' },

  observers: {
    open(open: boolean) {
      if (!open) return;
      this.setData({ ...emptyList<CourseCard>(), keyword: '' });
      void this.load();
    },
  },

  methods: {
    load() {
      return loadList(this, (cursor) => this.fetch(cursor));
    },

    more() {
      void loadMore(this, (cursor) => this.fetch(cursor));
    },

    fetch(cursor: string | undefined) {
      const keyword = this.data.keyword.trim();
      return call('searchCourses', { cursor, ...(keyword && { keyword }) });
    },

    onKeywordInput({ detail }: WechatMiniprogram.Input) {
      this.setData({ keyword: detail.value });
    },

    onSearch() {
      void this.load();
    },

    onCourseTap({ currentTarget }: Tap<{ index: number }>) {
      const course = this.data.items[currentTarget.dataset.index];
      if (!course) return;
      this.triggerEvent('pick', { courseId: course.courseId, title: course.title });
    },

    onClose() {
      this.triggerEvent('close');
    },
  },
});
