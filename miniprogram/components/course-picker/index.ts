import type { CourseCard } from '../../../shared/catalogue/contract';
import { call, type Answer } from '../../lib/call';
import { emptyList, loadList, loadMore, shownAs } from '../../lib/pagedList';
import type { Tap } from '../../lib/tap';

type OwnCourse = Answer<'getMyCourses'>['items'][number];

/** A course to be picked. */
type Choice = {
  readonly courseId: string;
  readonly title: string;
  readonly cover?: string | undefined;
  readonly facts: string;
};

const ofShop = ({ courseId, title, cover, teacherName, learnerCount }: CourseCard): Choice => ({
  courseId,
  title,
  cover,
  facts: `${teacherName} · ${learnerCount} 人学习`,
});

const ofCaller = ({ courseId, title, cover, learnerCount }: OwnCourse): Choice => ({
  courseId,
  title,
  cover,
  facts: `${learnerCount} 人学习`,
});

/**
 * A sheet that finds a published course: any of the shop, or with `own` one that the caller teaches. Fires `pick` with
 * `{courseId, title}`, and `close`.
 */
Component({
  properties: {
    open: { type: Boolean, value: false },
    title: { type: String, value: '选择课程' },
    own: { type: Boolean, value: false },
  },

  data: { ...emptyList<Choice>(), keyword: '' },

  observers: {
    open(open: boolean) {
      if (!open) return;
      this.setData({ ...emptyList<Choice>(), keyword: '' });
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

    async fetch(cursor: string | undefined) {
      if (this.data.own) {
        return shownAs(await call('getMyCourses', { status: 'published', cursor }), ofCaller);
      }
      const keyword = this.data.keyword.trim();
      const found = await call('searchCourses', { cursor, ...(keyword && { keyword }) });
      return shownAs(found, ofShop);
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
