import type * as z from 'zod';
import type { Contracts, FunctionName } from '../../shared/contracts';

type Samples = { readonly [N in FunctionName]: readonly z.input<Contracts[N]['input']>[] };

const course = 'crs_none';
const order = 'ord_none';
const request = 'r-sample-1';

/** A well formed input of every action of every function; what it names does not exist. */
export const samples: Samples = {
  register: [
    {
      requestId: request,
      nickname: '小满',
      username: 'xiaoman',
      password: 'correct horse',
      email: 'a@example.com',
      emailCode: '123456',
    },
  ],
  login: [{ username: 'xiaoman', password: 'correct horse' }],
  sendEmailCode: [{ email: 'a@example.com' }],
  getMe: [{}],
  updateProfile: [{ nickname: '小满', avatar: 'cloud://e.b/images/x.png', introduction: '你好' }],
  manageMyData: [{ action: 'erase', confirm: '注销' }, { action: 'export' }],
  manageUsers: [
    { action: 'find', keyword: '小', cursor: '1.usr_x123' },
    { action: 'setRole', userId: 'usr_none', role: 'teacher', reason: '试一试' },
  ],
  getHome: [{}],
  searchCourses: [
    { keyword: '小程序', categoryId: 'cat_none', sort: 'newest', cursor: '1.crs_x123' },
  ],
  getCourse: [{ courseId: course }],
  manageShop: [
    { action: 'read' },
    {
      action: 'saveHome',
      shopName: '小店',
      banners: [{ courseId: course, title: '横幅' }],
      recommended: [course],
    },
    {
      action: 'saveCategory',
      categoryId: 'cat_none',
      name: '分类',
      description: '说明',
      icon: 'book',
    },
    { action: 'orderCategories', categoryIds: ['cat_none'] },
    { action: 'removeCategory', categoryId: 'cat_none' },
  ],
  getMyCourses: [{ status: 'draft', cursor: '1.crs_x123' }],
  getCourseDraft: [{ courseId: course }],
  editCourse: [
    {
      action: 'change',
      courseId: course,
      version: 1,
      title: '标题',
      subtitle: '',
      introduction: '',
      categoryId: 'cat_none',
      cover: 'cloud://e.b/images/x.png',
      price: 9900,
      memberFree: false,
      seatCap: 5,
    },
    {
      action: 'arrange',
      courseId: course,
      version: 1,
      chapters: [{ chapterId: 'chp_none', title: '章', lessonIds: ['les_none'] }],
    },
    { action: 'publish', courseId: course, version: 1 },
  ],
  prepareUpload: [{ purpose: 'avatar', fileName: 'a.png', bytes: 1000 }],
  getLessonDraft: [{ lessonId: 'les_none' }],
  saveLesson: [
    {
      requestId: request,
      courseId: course,
      chapterId: 'chp_none',
      lessonId: 'les_none',
      title: '课',
      kind: 'article',
      free: false,
      minutes: 5,
      text: '正文',
      fileId: 'cloud://e.b/content/x.mp4',
      fileName: 'x.mp4',
      note: '改',
      restoreVersion: 1,
    },
  ],
  getTeacherOrders: [{ courseId: course, status: 'paid', cursor: '1.ord_x123' }],
  createOrder: [
    {
      requestId: request,
      item: { kind: 'course', id: course },
      couponId: 'cpn_none',
      platform: 'ios',
      loginCode: 'code',
    },
  ],
  getOrders: [{ orderId: order, cursor: '1.ord_x123' }],
  resumePayment: [{ orderId: order, platform: 'android', loginCode: 'code' }],
  confirmPayment: [{ orderId: order }],
  cancelOrder: [{ orderId: order }],
  payCallback: [{}],
  closeUnpaidOrders: [{}],
  refund: [{ requestId: request, orderId: order, reason: '不合适', amount: 100 }],
  reviewRefund: [{ refundId: 'ord_noneR1', decision: 'approve', note: '好' }],
  getRefunds: [{ status: 'requested', cursor: '1.ord_x123' }],
  submitRefunds: [{}],
  getMemberships: [{}],
  openLesson: [{ lessonId: 'les_none' }],
  saveProgress: [{ lessonId: 'les_none', position: 10, length: 100, sitting: 'sitting-1' }],
  getLearning: [{ cursor: '1.crs_x123' }],
  postComment: [
    {
      requestId: request,
      courseId: course,
      content: '很好',
      parentId: 'cmt_none',
      kind: 'comment',
      stars: 5,
    },
  ],
  getComments: [{ courseId: course, kind: 'comment', cursor: '1.cmt_x123' }],
  updateComment: [{ commentId: 'cmt_none', content: '改了' }],
  deleteComment: [{ commentId: 'cmt_none' }],
  moderateComments: [
    { action: 'list', cursor: '1.cmt_x123' },
    { action: 'show', commentId: 'cmt_none' },
    { action: 'hide', commentId: 'cmt_none', reason: '广告' },
  ],
  getQuestions: [{ answered: false, cursor: '1.cmt_x123' }],
  getNotices: [{ cursor: '1.ntc_x123' }],
  deliverOutbox: [{}],
  recordEvents: [
    {
      events: [
        {
          eventId: 'event-0001',
          name: 'page_view',
          at: 1,
          page: 'pages/home/index',
          subject: 'crs_x',
          source: 'poster',
        },
      ],
    },
  ],
};
