import { dataOf, type Phone, type TestCloud } from '../cloud';

/** The openid that `scripts/localCloud.ts` makes an admin of. */
const FIRST_ADMIN = 'oLocalAdmin';

/** One registered person of every role, and someone who never registered. */
export const everyone = async (
  cloud: TestCloud,
): Promise<Record<'visitor' | 'learner' | 'teacher' | 'admin', Phone>> => {
  const admin = cloud.as(FIRST_ADMIN);
  const [learner, teacher] = [cloud.as('oEveryLearner'), cloud.as('oEveryTeacher')];
  for (const phone of [admin, learner, teacher])
    dataOf(await phone.call('register', { requestId: 'r1' }));
  const { me } = dataOf(await teacher.call('getMe'));
  dataOf(
    await admin.call('manageUsers', {
      action: 'setRole',
      userId: me?.userId,
      role: 'teacher',
      reason: '开课',
    }),
  );
  return { visitor: cloud.as('oEveryVisitor'), learner, teacher, admin };
};
