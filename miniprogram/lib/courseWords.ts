import type { CourseCard, LessonKind } from '../../shared/catalogue/contract';
import { shortYuan } from './format';

/** What a lesson is called and drawn as, by its kind. */
export const lessonKinds: Record<LessonKind, { word: string; icon: string; trial: string }> = {
  video: { word: '视频', icon: 'play-circle', trial: '试看' },
  audio: { word: '音频', icon: 'sound', trial: '试听' },
  document: { word: '文档', icon: 'file-pdf', trial: '试看' },
  article: { word: '图文', icon: 'article', trial: '试读' },
  ebook: { word: '电子书', icon: 'book-open', trial: '试读' },
};

const FEW = 20;

/** A word about places that run out; empty while there are enough or no limit. */
export const scarcityOf = (course: Partial<Pick<CourseCard, 'seats'>>): string => {
  if (!course.seats) return '';
  const { left } = course.seats;
  if (left <= 0) return '名额已满';
  return left <= FEW ? `仅剩 ${left} 席` : `限 ${course.seats.cap} 席`;
};

/** A word beside a price, and how it looks. */
export type PriceNote = { readonly word: string; readonly tone: 'urgent' | 'member' | 'quiet' };

/** The one thing to know beside the price of a course in a list. */
export const noteOf = (course: CourseCard): PriceNote => {
  const scarcity = scarcityOf(course);
  if (scarcity) return { word: scarcity, tone: 'urgent' };
  if (course.memberPrice === undefined) return { word: course.teacherName, tone: 'quiet' };
  return { word: `会员 ${shortYuan(course.memberPrice)}`, tone: 'member' };
};

/** What a course is to members; empty when it is no different to them. */
export const memberWordOf = (course: Pick<CourseCard, 'memberFree' | 'memberPrice'>): string => {
  if (course.memberFree) return '会员可免费学习这门课';
  return course.memberPrice === undefined ? '' : `会员价 ${shortYuan(course.memberPrice)}`;
};
