import { courseIdOf, demoId } from '../../scripts/seed/demo/demoIds';
import type { Cost, Customer, MeteredShop } from './shop';

/** What a walk has learned on its way. */
type Walk = {
  readonly name: string;
  readonly me: Customer;
  readonly teacher: Customer;
  readonly admin: Customer;
};

const COURSE = courseIdOf('typescript');
const SEATED = courseIdOf('architecture');
const PLAN = demoId('pln', 'month');

/** One learner's way through the shop and the staff's after them: what each use case on it cost. */
export const walk = async (shop: MeteredShop, name: string): Promise<Cost[]> => {
  const costs: Cost[] = [];
  const as = (openid: string) => shop.customer(openid, costs);
  const people: Walk = {
    name,
    me: as(`oWalk${name}`),
    teacher: as('oLocalTeacher'),
    admin: as('oLocalAdmin'),
  };
  await lookAround(people);
  const orderId = await buy(people);
  const lessonId = await study(people);
  await talk(people);
  await shop.settle();
  await people.me.call('openLesson', { lessonId }, 'openLesson, later');
  await changeOnesMind(people, orderId);
  await shop.settle();
  await refundMembership(people);
  await shop.settle();
  await keepShop(people);
  return costs;
};

const lookAround = async ({ me, name }: Walk) => {
  await me.call('register', { requestId: `walk-${name}`, nickname: name });
  await me.call('getMe');
  await me.call('getHome');
  await me.call('searchCourses', { keyword: 'typescript' });
  await me.call('searchCourses', {}, 'searchCourses, all');
  await me.call('getCourse', { courseId: COURSE });
  await me.call('getMemberships');
};

const buy = async ({ me, name }: Walk) => {
  const item = { kind: 'course', id: COURSE };
  const { orderId } = await me.call('createOrder', { requestId: `buy-${name}`, item });
  await me.call('resumePayment', { orderId });
  await me.pay(orderId);
  await me.call('confirmPayment', { orderId });
  await me.call('getOrders');
  await me.call('getOrders', { orderId }, 'getOrders, one');
  await me.runTimer('deliverOutbox');
  return orderId;
};

const study = async ({ me, name }: Walk) => {
  const { course } = await me.call('getCourse', { courseId: COURSE }, 'getCourse, owned');
  const { lessonId } = course.outline.find(({ free }) => !free) ?? { lessonId: '' };
  await me.call('openLesson', { lessonId });
  await me.call('openLesson', { lessonId }, 'openLesson, again');
  const place = { lessonId, position: 5, length: 60, sitting: `sitting-${name}` };
  await me.call('saveProgress', place);
  await me.call('getLearning');
  return lessonId;
};

const talk = async ({ me, name }: Walk) => {
  const said = { requestId: `say-${name}`, courseId: COURSE, content: '第三节可以再讲慢一点。' };
  const { commentId } = await me.call('postComment', said);
  const first = await me.call('getComments', { courseId: COURSE });
  const second = { courseId: COURSE, cursor: first.next };
  await me.call('getComments', second, 'getComments, second page');
  await me.call('updateComment', { commentId, content: '第三节可以再慢一点。' });
  await me.call('deleteComment', { commentId });
  await me.call('getNotices');
  const event = { eventId: `viewed-by-${name}`, name: 'page_view', at: Date.now() };
  await me.call('recordEvents', { events: [event] });
};

const changeOnesMind = async ({ me, name }: Walk, orderId: string) => {
  const item = { kind: 'course', id: SEATED };
  const seated = { requestId: `seat-${name}`, item };
  const another = await me.call('createOrder', seated, 'createOrder, limited seats');
  await me.call('cancelOrder', { orderId: another.orderId });
  const wish = { requestId: `back-${name}`, orderId, reason: '内容不适合我', amount: 100 };
  await me.call('refund', wish);
};

/** Nobody's rule refunds a membership: an admin decides. */
const refundMembership = async ({ me, admin, name }: Walk) => {
  const item = { kind: 'membership', id: PLAN };
  const joining = { requestId: `join-${name}`, item };
  const { orderId } = await me.call('createOrder', joining, 'createOrder, membership');
  await me.pay(orderId, 'payCallback, membership');
  const wish = { requestId: `leave-${name}`, orderId, reason: '暂时没有时间学' };
  const { refundId } = await me.call('refund', wish, 'refund, membership');
  await admin.call('getRefunds');
  await admin.call('reviewRefund', { refundId, decision: 'approve' });
};

const keepShop = async ({ teacher, admin }: Walk) => {
  await teacher.call('getMyCourses');
  await teacher.call('getTeacherOrders');
  await teacher.call('getQuestions');
  await admin.call('getTeacherOrders', {}, 'getTeacherOrders, admin');
  await admin.call('manageUsers', { action: 'find', keyword: '同学' });
  await admin.call('moderateComments', { action: 'list' });
  await admin.runTimer('closeUnpaidOrders');
  await admin.runTimer('submitRefunds');
};
