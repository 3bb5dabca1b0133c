import type { Course } from '../../server/catalogue/course';
import { dataOf, type Phone, type TestCloud } from '../cloud';

/** A published course, as the catalogue would have stored it. */
export const aCourse = (is: Partial<Course> & Pick<Course, '_id' | 'teacherId'>): Course => ({
  teacherName: '王老师',
  status: 'published',
  version: 1,
  title: '摄影入门',
  subtitle: '',
  introduction: '',
  searchText: '摄影入门',
  categoryId: 'cat_photo',
  price: 9900,
  memberFree: false,
  chapters: [],
  removedLessons: [],
  lessonIds: [],
  learnerCount: 0,
  ratingCount: 0,
  ratingSum: 0,
  createdAt: 1,
  updatedAt: 1,
  publishedAt: 1,
  ...is,
});

export type Person = Phone & { readonly openid: string; readonly userId: string };

/** A registered learner. */
export const learner = async (
  cloud: TestCloud,
  openid: string,
  nickname = openid,
): Promise<Person> => {
  const phone = cloud.as(openid);
  const { userId } = dataOf(await phone.call('register', { requestId: 'r1', nickname }));
  return { ...phone, openid, userId };
};

/** A learner who has bought some courses: stored as the payment would have left them. */
export const owner = async (
  cloud: TestCloud,
  openid: string,
  ...courseIds: readonly string[]
): Promise<Person> => {
  const userId = `usr_${openid.toLowerCase()}`;
  const bought = courseIds.map((courseId) => [
    courseId,
    { [`ord_${userId}`]: { state: 'granted', at: 1 } },
  ]);
  await cloud.insert('users', {
    _id: userId,
    openids: [openid],
    role: 'learner',
    rights: { courses: Object.fromEntries(bought), membership: {} },
    nickname: '学员甲',
    names: ['学员甲'],
    introduction: '',
    joinedAt: 1,
  });
  return { ...cloud.as(openid), openid, userId };
};

/** The shop's admin, who may make a learner a teacher. */
export const appointTeacher = async (cloud: TestCloud, person: Person): Promise<void> => {
  const admin = cloud.as('oLocalAdmin');
  dataOf(await admin.call('register', { requestId: 'r1' }));
  const { userId } = person;
  dataOf(
    await admin.call('manageUsers', {
      action: 'setRole',
      userId,
      role: 'teacher',
      reason: '资质已核验',
    }),
  );
};
