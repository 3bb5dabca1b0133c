/** Every page that another page opens, by what it is for. */
export const pages = {
  home: '/pages/home/index',
  discover: '/pages/discover/index',
  learning: '/pages/learning/index',
  mine: '/pages/mine/index',

  course: '/packages/buying/pages/course/index',
  confirm: '/packages/buying/pages/confirm/index',
  result: '/packages/buying/pages/result/index',
  orders: '/packages/buying/pages/orders/index',
  order: '/packages/buying/pages/order/index',
  refund: '/packages/buying/pages/refund/index',
  membership: '/packages/buying/pages/membership/index',
  coupons: '/packages/buying/pages/coupons/index',
  coupon: '/packages/buying/pages/coupon/index',
  redeem: '/packages/buying/pages/redeem/index',
  gift: '/packages/buying/pages/gift/index',

  lesson: '/packages/study/pages/lesson/index',

  account: '/packages/account/pages/account/index',
  notices: '/packages/account/pages/notices/index',
  privacy: '/packages/account/pages/privacy/index',

  teaching: '/packages/teaching/pages/course-list/index',
  courseEdit: '/packages/teaching/pages/course-edit/index',
  outline: '/packages/teaching/pages/outline/index',
  lessonEdit: '/packages/teaching/pages/lesson-edit/index',
  teacherOrders: '/packages/teaching/pages/orders/index',
  teacherQuestions: '/packages/teaching/pages/questions/index',
  teacherRefunds: '/packages/teaching/pages/refunds/index',
  earnings: '/packages/account/pages/earnings/index',
  payee: '/packages/account/pages/payee/index',
  offers: '/packages/teaching/pages/offers/index',
  couponForm: '/packages/teaching/pages/offers-coupon/index',
  redeemCodes: '/packages/teaching/pages/offers-codes/index',
  shop: '/packages/admin/pages/shop/index',
  terms: '/packages/admin/pages/terms/index',
  users: '/packages/admin/pages/users/index',
  moderation: '/packages/admin/pages/moderation/index',
  money: '/packages/admin/pages/money/index',
  journal: '/packages/admin/pages/journal/index',
  orderFile: '/packages/admin/pages/order-file/index',
  differences: '/packages/admin/pages/differences/index',
  proposals: '/packages/admin/pages/proposals/index',
  payouts: '/packages/admin/pages/payouts/index',
  checks: '/packages/admin/pages/checks/index',
} as const;

const TABS: readonly string[] = [pages.home, pages.discover, pages.learning, pages.mine];

type Query = Record<string, string | number | undefined>;

/** A page's address with its query; undefined values are left out. */
export const addressOf = (page: string, query: Query = {}): string => {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`);
  return pairs.length ? `${page}?${pairs.join('&')}` : page;
};

/** A value of a page's query as text: some ways into a page hand it over as it stands in the address. */
export const readable = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};

/** Opens a page on top, or changes to it when it is a tab (tabs take no query). */
export const openPage = (page: string, query?: Query): void => {
  if (TABS.includes(page)) void wx.switchTab({ url: page });
  else void wx.navigateTo({ url: addressOf(page, query) });
};

/** Opens a page in the place of this one, so that going back does not come here again. */
export const replacePage = (page: string, query?: Query): void => {
  if (TABS.includes(page)) void wx.switchTab({ url: page });
  else void wx.redirectTo({ url: addressOf(page, query) });
};

/** Goes back; to the first screen when this page was the first, as after a scan. */
export const goBack = (): void => {
  if (getCurrentPages().length > 1) void wx.navigateBack();
  else void wx.switchTab({ url: pages.home });
};
