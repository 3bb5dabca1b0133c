import { given, openPage, signedIn, type Answers, type OpenPage } from '../openPage';

const DAY = 24 * 60 * 60_000;

const course = {
  courseId: 'crs_light',
  title: '手机摄影',
  status: 'published',
  price: 6800,
  priceNow: 6800,
  outline: [],
  introduction: '',
  updatedAt: 0,
  lessonCount: 3,
  kinds: [],
  teacher: { userId: 'usr_teacher', nickname: '苏晚晴', introduction: '' },
  refundRule: '购买后 7 天内可退',
};
const quote = {
  kind: 'quote',
  listPrice: 6800,
  payable: 6800,
  coupons: [],
  claimable: [],
  lines: [],
};

const answersWith = (more: object = {}): Answers => ({
  getMe: signedIn('learner'),
  getCourse: () => given({ course, owned: false, ...more }),
  getOffers: () => given(quote),
  recordEvents: () => given({ recorded: 1 }),
  createOrder: () => given({ orderId: 'ord_one', payable: 6800, status: 'paid', expiresAt: 0 }),
});

const openCourse = async (query: Record<string, string> = {}, more: object = {}) => {
  const page = await openPage('packages/buying/pages/course', {
    query: { courseId: 'crs_light', ...query },
    answers: answersWith(more),
  });
  await page.moment('onShow');
  return page;
};

/** Whose link an order of a course was made by. */
const broughtBy = async (id = 'crs_light') => {
  const query = { kind: 'course', id };
  const page = await openPage('packages/buying/pages/confirm', { query, answers: answersWith() });
  Object.assign(page.wx, {
    getDeviceInfo: () => ({ platform: 'devtools' }),
    login: async () => ({ code: 'code' }),
    redirectTo: () => undefined,
  });
  await page.tap('.agree');
  await page.tap('.pay');
  const [order] = page.asked.filter(({ name }) => name === 'createOrder');
  return order?.data['affiliateId'];
};

const shared = async (page: OpenPage) =>
  ((await page.moment('onShareAppMessage')) as { path: string }).path;

describe('F62: a link that somebody shared', () => {
  beforeEach(() => wx.clearStorageSync());

  it('names them in the order that is made of its course, and of no other', async () => {
    await openCourse({ by: 'usr_amy' });
    expect(await broughtBy()).toBe('usr_amy');
    expect(await broughtBy('crs_other')).toBeUndefined();
  });

  it('counts until another one is opened, and for fifteen days', async () => {
    await openCourse({ by: 'usr_amy' });
    await openCourse({ by: 'usr_ben' });
    await openCourse();
    expect(await broughtBy()).toBe('usr_ben');
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 15 * DAY + 1);
    expect(await broughtBy()).toBeUndefined();
    clock.mockRestore();
  });

  it('keeps nobody from buying where it was cut or made up', async () => {
    await openCourse({ by: 'usr_amy' });
    for (const by of ['x', '!!', '$ne', 'a'.repeat(50)]) await openCourse({ by });
    expect(await broughtBy()).toBe('usr_amy');
  });

  it('is forgotten where what is stored is no link', async () => {
    wx.setStorageSync('referrals', [
      { courseId: 'crs_light', by: 7 },
      { courseId: 'crs_light', by: '!', at: Date.now() },
      'x',
      null,
    ]);
    expect(await broughtBy()).toBeUndefined();
  });

  it('carries one’s own id where one earns by it, in a chat and never in the timeline', async () => {
    const page = await openCourse({}, { affiliateId: 'usr_one' });
    expect(await shared(page)).toContain('by=usr_one');
    expect(await page.moment('onShareTimeline')).toMatchObject({
      query: 'courseId=crs_light&from=timeline',
    });
  });

  it('is a plain link where it does not', async () => {
    const page = await openCourse();
    expect(await shared(page)).not.toContain('by=');
  });
});
