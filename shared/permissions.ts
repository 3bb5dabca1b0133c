import type { Actor } from './accounts/roles';
import type { FunctionName } from './contracts';

/**
 * How far a caller's right reaches:
 * `all` any target · `self` works on the caller's own things only, by construction ·
 * `own` the target must belong to the caller, else it is as if it did not exist ·
 * `entitled` the use case asks the access rules.
 */
export type Reach = 'all' | 'self' | 'own' | 'entitled';

type Row = Partial<Record<Actor, Reach>>;

const anyone: Row = { visitor: 'all', learner: 'all', teacher: 'all', admin: 'all' };
const users: Row = { learner: 'self', teacher: 'self', admin: 'self' };
const owners: Row = { learner: 'own', teacher: 'own', admin: 'own' };
const studying: Row = { learner: 'entitled', teacher: 'entitled', admin: 'all' };
const teaching: Row = { teacher: 'self', admin: 'self' };
const teachingOwn: Row = { teacher: 'own', admin: 'all' };
const admins: Row = { admin: 'all' };
const timer: Row = { timer: 'all' };
const wechat: Row = { wechat: 'all' };

/** Who may call what. Nobody may do what has no cell here; a function without a row does not compile. */
export const permissions: Record<FunctionName, Row> = {
  register: { visitor: 'self', ...users },
  login: { visitor: 'self', ...users },
  sendEmailCode: { visitor: 'self', ...users },
  getMe: { visitor: 'self', ...users },
  updateProfile: users,
  manageMyData: users,
  manageUsers: admins,

  getHome: anyone,
  searchCourses: anyone,
  getCourse: anyone,
  manageShop: admins,

  getMyCourses: teaching,
  getCourseDraft: teachingOwn,
  editCourse: teachingOwn,
  prepareUpload: users,
  getLessonDraft: teachingOwn,
  saveLesson: teachingOwn,
  getTeacherOrders: teaching,

  createOrder: users,
  getOrders: users,
  resumePayment: owners,
  confirmPayment: owners,
  cancelOrder: owners,
  payCallback: wechat,
  closeUnpaidOrders: timer,

  refund: owners,
  reviewRefund: teachingOwn,
  getRefunds: teaching,
  submitRefunds: timer,

  getEarnings: users,

  getMemberships: anyone,

  manageOffers: { teacher: 'self', admin: 'all' },
  getOffers: users,
  redeem: users,

  openLesson: { visitor: 'entitled', ...studying },
  saveProgress: studying,
  getLearning: users,

  postComment: studying,
  getComments: anyone,
  updateComment: owners,
  deleteComment: { ...owners, admin: 'all' },
  moderateComments: admins,
  getQuestions: teaching,

  getNotices: users,
  deliverOutbox: timer,
  recordEvents: { visitor: 'self', ...users },

  manageMoney: admins,
  keepBooks: timer,
  audit: timer,
};

/** Whether a call may go on, and how far it reaches; undefined refuses it. */
export const reachOf = (name: FunctionName, actor: Actor): Reach | undefined =>
  permissions[name][actor];
