import type { CourseStatus } from '../../../../../shared/catalogue/contract';

/** A change of a course's status, and what its teacher is told before and after. */
export type StatusChange = 'publish' | 'retire' | 'remove';

type Words = { readonly button: string; readonly ask: string; readonly done: string };

export const STATUS_CHANGES: Readonly<Record<StatusChange, Words>> = {
  publish: {
    button: '上架',
    ask: '上架后学员就能看到并购买这门课。',
    done: '已上架',
  },
  retire: {
    button: '下架',
    ask: '下架后不再出售，已购买的学员仍可继续学习。之后可以重新上架。',
    done: '已下架',
  },
  remove: {
    button: '删除课程',
    ask: '课程会从讲师中心和店铺消失，不能恢复。已购买的学员仍可继续学习。',
    done: '已删除',
  },
};

/** What may be done with a course in each status, the likelier first. */
export const CHANGES_FROM: Readonly<Record<CourseStatus, readonly StatusChange[]>> = {
  draft: ['publish', 'remove'],
  published: ['retire', 'remove'],
  retired: ['publish', 'remove'],
  removed: [],
};
