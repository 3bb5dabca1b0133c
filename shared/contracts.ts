import * as accounts from './accounts/contract';
import * as audit from './audit/contract';
import * as books from './books/contract';
import * as catalogue from './catalogue/contract';
import * as comments from './comments/contract';
import * as events from './events/contract';
import * as learning from './learning/contract';
import * as memberships from './memberships/contract';
import * as notices from './notices/contract';
import * as offers from './offers/contract';
import * as orders from './orders/contract';
import * as payouts from './payouts/contract';
import * as refunds from './refunds/contract';
import * as teaching from './teaching/contract';

/** Every cloud function by name. The phone imports the type; the reference page and the bad-input tests walk the value. */
export const contracts = {
  register: accounts.register,
  login: accounts.login,
  sendEmailCode: accounts.sendEmailCode,
  getMe: accounts.getMe,
  updateProfile: accounts.updateProfile,
  manageMyData: accounts.manageMyData,
  manageUsers: accounts.manageUsers,

  getHome: catalogue.getHome,
  searchCourses: catalogue.searchCourses,
  getCourse: catalogue.getCourse,
  manageShop: catalogue.manageShop,

  getMyCourses: teaching.getMyCourses,
  getCourseDraft: teaching.getCourseDraft,
  editCourse: teaching.editCourse,
  prepareUpload: teaching.prepareUpload,
  getLessonDraft: teaching.getLessonDraft,
  saveLesson: teaching.saveLesson,
  getTeacherOrders: teaching.getTeacherOrders,

  createOrder: orders.createOrder,
  getOrders: orders.getOrders,
  resumePayment: orders.resumePayment,
  confirmPayment: orders.confirmPayment,
  cancelOrder: orders.cancelOrder,
  payCallback: orders.payCallback,
  closeUnpaidOrders: orders.closeUnpaidOrders,

  refund: refunds.refund,
  reviewRefund: refunds.reviewRefund,
  getRefunds: refunds.getRefunds,
  submitRefunds: refunds.submitRefunds,

  getEarnings: payouts.getEarnings,

  getMemberships: memberships.getMemberships,

  manageOffers: offers.manageOffers,
  getOffers: offers.getOffers,
  redeem: offers.redeem,

  openLesson: learning.openLesson,
  saveProgress: learning.saveProgress,
  getLearning: learning.getLearning,

  postComment: comments.postComment,
  getComments: comments.getComments,
  updateComment: comments.updateComment,
  deleteComment: comments.deleteComment,
  moderateComments: comments.moderateComments,
  getQuestions: comments.getQuestions,

  getNotices: notices.getNotices,
  deliverOutbox: notices.deliverOutbox,
  recordEvents: events.recordEvents,

  manageMoney: books.manageMoney,
  keepBooks: books.keepBooks,
  audit: audit.audit,
} as const;

export type Contracts = typeof contracts;
export type FunctionName = keyof Contracts;
