import type { MemberStudy } from '../../server/learning/memberStudy';
import { dataOf, type Phone, type TestCloud } from '../cloud';
import { bought, change } from '../orders/stage';
import { learnerOf, publishedCourse, teacherOf } from '../teaching/studio';

const SECOND = 1000;

/** A yuan a day. */
export const YEAR = { planId: 'plan_year', name: '年度会员', days: 365, price: 36_500, perks: [] };

/** Puts the year on sale. */
export const sellYears = (cloud: TestCloud) =>
  change(cloud, { collection: 'settings', id: 'shop' }, { plans: [YEAR] });

/** A member, and the order that made them one. */
export const memberOf = async (cloud: TestCloud, openid: string) => {
  const phone = await learnerOf(cloud, openid);
  return { phone, orderId: await bought(cloud, phone, YEAR.planId, 'membership') };
};

/** A teacher with a course that is free for members: two articles, and one that anybody may try. */
export const teacherFor = async (cloud: TestCloud, openid: string) => {
  const phone = await teacherOf(cloud, openid);
  const lessons = ['一', '二', '试看'];
  const course = await publishedCourse(cloud, phone, { lessons, memberFree: true, price: 9900 });
  const [first = '', second = '', free = ''] = course.lessonIds;
  const userId = dataOf(await phone.call('getMe')).me?.userId ?? '';
  return { phone, userId, courseId: course.courseId, first, second, free };
};

export const beat = (phone: Phone, lessonId: string, sitting = 'sitting-1') =>
  phone.call('saveProgress', { lessonId, position: 10, length: 40, sitting });

/** Reads a lesson for so many seconds of the server's clock. */
export const read = async (cloud: TestCloud, phone: Phone, lessonId: string, seconds: number) => {
  dataOf(await beat(phone, lessonId));
  for (let left = seconds; left > 0; left -= 60) {
    await cloud.advance(Math.min(left, 60) * SECOND);
    dataOf(await beat(phone, lessonId));
  }
};

/** What counts for a membership so far. */
export const studiesOf = async (cloud: TestCloud, orderId: string): Promise<MemberStudy[]> =>
  (await cloud.documents<MemberStudy>('memberStudy')).filter((study) => study.orderId === orderId);

/** What counts for a membership and a teacher, in whole seconds. */
export const secondsWith = async (cloud: TestCloud, orderId: string, teacherId: string) => {
  const studies = await studiesOf(cloud, orderId);
  const ms = studies.reduce((sum, { teachers }) => sum + (teachers[teacherId] ?? 0), 0);
  return Math.floor(ms / SECOND);
};
