import type { Answer } from '../../../../lib/call';

type CourseAnswer = Answer<'getCourse'>;

/** What the bar at the bottom of a course offers; `closed` only says why not. */
export type NextStep =
  | { act: 'study'; word: string; lessonId: string }
  | { act: 'resume'; word: string; orderId: string }
  | { act: 'join' | 'buy' | 'closed'; word: string };

/** The one thing to do next with a course, decided by what the server says of it. */
export const nextStepOf = ({
  course,
  owned,
  openOrderId,
  resumeLessonId,
}: CourseAnswer): NextStep => {
  const first = course.outline[0]?.lessonId;
  if (owned) return studying(resumeLessonId, first);
  if (openOrderId) return { act: 'resume', word: '继续支付', orderId: openOrderId };
  if (course.status !== 'published') return { act: 'closed', word: '课程已下架' };
  if (course.seats && course.seats.left <= 0) return { act: 'closed', word: '名额已满' };
  return course.price === 0
    ? { act: 'join', word: '免费加入学习' }
    : { act: 'buy', word: '立即购买' };
};

const studying = (resume: string | undefined, first: string | undefined): NextStep => {
  if (resume) return { act: 'study', word: '继续学习', lessonId: resume };
  if (first) return { act: 'study', word: '开始学习', lessonId: first };
  return { act: 'closed', word: '课程准备中' };
};
