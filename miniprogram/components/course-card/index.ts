import type { CourseCard } from '../../../shared/catalogue/contract';
import { pages, openPage } from '../../lib/navigate';
import { noteOf, type PriceNote } from '../../lib/courseWords';

/** A course in a list (`row`) or on a shelf (`tall`); a tap opens its page. */
Component({
  properties: {
    course: { type: Object, value: {} as CourseCard },
    look: { type: String, value: 'row' },
  },
  data: { note: { word: '', tone: 'quiet' } as PriceNote },
  observers: {
    course(course: CourseCard) {
      this.setData({ note: noteOf(course) });
    },
  },
  methods: {
    open() {
      openPage(pages.course, { courseId: this.data.course.courseId });
    },
  },
});
