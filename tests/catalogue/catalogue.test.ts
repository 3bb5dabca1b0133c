import type { Input } from '../../shared/contract';
import type { Contracts } from '../../shared/contracts';
import { codeOf, dataOf, openCloud, type Phone, type TestCloud } from '../cloud';
import {
  adminOf,
  buy,
  categoryOf,
  draftOf,
  latest,
  learnerOf,
  move,
  newRequest,
  publishedCourse,
  teacherOf,
} from '../teaching/studio';

jest.setTimeout(60_000);

let cloud: TestCloud;
let teacher: Phone;
let visitor: Phone;
beforeAll(async () => {
  cloud = await openCloud();
  teacher = await teacherOf(cloud, 'oTeacher');
  visitor = cloud.as('oPasserBy');
});
afterAll(() => cloud.close());

type Search = Partial<Input<Contracts['searchCourses']>>;
const withoutTrace = (reply: object) => ({ ...reply, traceId: '' });
const search = async (wish: Search) => dataOf(await visitor.call('searchCourses', wish));
const titlesOf = async (wish: Search) => (await search(wish)).items.map(({ title }) => title);

describe('searching', () => {
  beforeAll(async () => {
    const design = await categoryOf(cloud, '影像与设计');
    await publishedCourse(cloud, teacher, { title: 'TypeScript 入门', price: 300 });
    await publishedCourse(cloud, teacher, {
      title: '学会 C++',
      subtitle: '写给 Python 用户',
      price: 100,
    });
    await publishedCourse(cloud, teacher, { title: '手机摄影', categoryId: design, price: 200 });
    await draftOf(teacher, { title: 'TypeScript 草稿' });
    const { courseId } = await publishedCourse(cloud, teacher, { title: 'TypeScript 旧版' });
    await move(teacher, courseId, 'retire');
  });

  it.each([
    ['typescript', ['TypeScript 入门']],
    ['ＴＹＰＥ', ['TypeScript 入门']],
    ['python c++', ['学会 C++']],
    ['摄影', ['手机摄影']],
    ['影像 手机', ['手机摄影']],
    ['.*', []],
    ['$ne', []],
    ['(', []],
    ['没有这门课', []],
  ])('S20: finds by 「%s」 what contains every word, as text', async (keyword, titles) => {
    expect(await titlesOf({ keyword })).toEqual(titles);
  });

  it('S18/S20: shows what is on sale, by category and in three orders', async () => {
    expect(await titlesOf({})).toEqual(['手机摄影', '学会 C++', 'TypeScript 入门']);
    expect(await titlesOf({ sort: 'cheapest' })).toEqual([
      '学会 C++',
      '手机摄影',
      'TypeScript 入门',
    ]);
    const categoryId = await categoryOf(cloud, '影像与设计');
    expect(await titlesOf({ categoryId })).toEqual(['手机摄影']);
    expect(await titlesOf({ sort: 'popular', categoryId })).toEqual(['手机摄影']);
  });

  it('answers in one round trip, two where places are limited', async () => {
    expect(await cloud.roundTrips(() => search({ keyword: 'c++' }))).toBe(1);
    await publishedCourse(cloud, teacher, { title: '小班课', seatCap: 3 });
    expect(await cloud.roundTrips(() => search({ keyword: '小班课' }))).toBe(2);
    expect((await search({ keyword: '小班课' })).items[0]?.seats).toEqual({ cap: 3, left: 3 });
  });

  it('finds a course by its category’s new name', async () => {
    const admin = await adminOf(cloud);
    const categoryId = await categoryOf(cloud, '影像与设计');
    const rename = { action: 'saveCategory', categoryId, description: '', icon: 'camera' };
    dataOf(await admin.call('manageShop', { ...rename, name: '光影' }));
    expect(await titlesOf({ keyword: '光影' })).toEqual(['手机摄影']);
    dataOf(await admin.call('manageShop', { ...rename, name: '影像与设计' }));
  });
});

describe('the home page', () => {
  it('S3/S9: shows shop, categories and shelves to anyone in two round trips', async () => {
    const admin = await adminOf(cloud);
    const { courseId } = await publishedCourse(cloud, teacher, { title: '主推课', price: 9900 });
    const banners = [{ courseId, title: '本周主推' }];
    const home = { action: 'saveHome', shopName: '知行小课', banners, recommended: [courseId] };
    dataOf(await admin.call('manageShop', home));

    let shown = dataOf(await visitor.call('getHome'));
    const trips = await cloud.roundTrips(async () => {
      shown = dataOf(await visitor.call('getHome'));
    });
    expect(trips).toBe(2);
    expect(shown).toMatchObject({ shopName: '知行小课', banners });
    expect(shown.categories.map(({ name }) => name)).toContain('编程开发');
    const shelf = (title: string) =>
      shown.shelves.find((each) => each.title === title)?.courses.map((course) => course.title);
    expect(shelf('推荐')).toEqual(['主推课']);
    expect(shelf('最新上架')?.[0]).toBe('主推课');
    expect(shelf('免费体验')).not.toContain('主推课');
    expect(JSON.stringify(shown)).not.toContain('草稿');
  });

  it('S28: shows no banner and no recommendation of a course that is not on sale', async () => {
    const { shelves, banners } = dataOf(await visitor.call('getHome'));
    const courseId = banners[0]?.courseId ?? '';
    await move(teacher, courseId, 'retire');
    const home = dataOf(await visitor.call('getHome'));
    expect(shelves.map(({ title }) => title)).toContain('推荐');
    expect(home.banners).toEqual([]);
    expect(home.shelves.map(({ title }) => title)).not.toContain('推荐');
  });
});

describe('a course’s page', () => {
  it('S20: shows price, outline, teacher, seats and the refund rule before paying, in two round trips', async () => {
    const { courseId, lessonIds } = await publishedCourse(cloud, teacher, {
      title: '看得清的课',
      price: 12_800,
      seatCap: 10,
      lessons: ['导言试看', '正文'],
    });
    let page = dataOf(await visitor.call('getCourse', { courseId }));
    const trips = await cloud.roundTrips(async () => {
      page = dataOf(await visitor.call('getCourse', { courseId }));
    });
    expect(trips).toBe(2);
    expect(page.owned).toBe(false);
    expect(page.course).toMatchObject({
      price: 12_800,
      seats: { cap: 10, left: 10 },
      teacher: { nickname: expect.stringMatching(/./) },
      refundRule: expect.stringContaining('7 天'),
      outline: [
        { lessonId: lessonIds[0], free: true, chapterTitle: '第一章' },
        { lessonId: lessonIds[1], free: false },
      ],
    });
  });

  it('S16: says whether the caller owns it', async () => {
    const { courseId } = await publishedCourse(cloud, teacher);
    const learner = await learnerOf(cloud, 'oBuyer');
    const isOwned = async (phone: Phone) =>
      dataOf(await phone.call('getCourse', { courseId })).owned;
    expect(await isOwned(learner)).toBe(false);
    await buy(cloud, learner, courseId);
    expect(await isOwned(learner)).toBe(true);
    expect(await isOwned(teacher)).toBe(true);
  });

  it('S21: names the caller’s unpaid order and nobody else’s', async () => {
    const { courseId } = await publishedCourse(cloud, teacher, { price: 9900 });
    const [buyer, other] = [
      await learnerOf(cloud, 'oUndecided'),
      await learnerOf(cloud, 'oSomeone'),
    ];
    const { orderId } = dataOf(
      await buyer.call('createOrder', {
        requestId: newRequest(),
        item: { kind: 'course', id: courseId },
      }),
    );
    const openOrder = async (phone: Phone) =>
      dataOf(await phone.call('getCourse', { courseId })).openOrderId;
    expect(await openOrder(buyer)).toBe(orderId);
    expect(await openOrder(other)).toBeUndefined();
  });

  it('S17: a draft is as if it did not exist but for its teacher', async () => {
    const { courseId } = await draftOf(teacher);
    const hidden = await visitor.call('getCourse', { courseId });
    expect(codeOf(hidden)).toBe('NOT_FOUND');
    expect(withoutTrace(hidden)).toEqual(
      withoutTrace(await visitor.call('getCourse', { courseId: 'crs_nowhere' })),
    );
    expect(codeOf(await teacher.call('getCourse', { courseId }))).toBe('OK');
  });
});

describe('arranging the shop', () => {
  const manage = async (wish: object) => (await adminOf(cloud)).call('manageShop', wish);
  const category = (name: string) => ({
    action: 'saveCategory',
    name,
    description: '说明',
    icon: 'book',
  });

  it('S18: adds categories with unique names, orders them and counts their courses', async () => {
    dataOf(await manage(category('甲类')));
    const { categories } = dataOf(await manage(category('乙类')));
    expect(codeOf(await manage(category('甲类')))).toBe('CATEGORY_NAME_TAKEN');
    const reversed = categories.map(({ categoryId }) => categoryId).reverse();
    const after = dataOf(await manage({ action: 'orderCategories', categoryIds: reversed }));
    expect(after.categories.map(({ categoryId }) => categoryId)).toEqual(reversed);
    expect(after.categories.find(({ name }) => name === '编程开发')?.courseCount).toBeGreaterThan(
      0,
    );
    expect(after.categories.find(({ name }) => name === '甲类')?.courseCount).toBe(0);
  });

  it('S18: removes a category only when no course is in it', async () => {
    const full = await categoryOf(cloud, '编程开发');
    const empty = await categoryOf(cloud, '空类');
    const remove = async (categoryId: string) =>
      codeOf(await manage({ action: 'removeCategory', categoryId }));
    expect(await remove(full)).toBe('CATEGORY_NOT_EMPTY');
    expect(await remove(empty)).toBe('OK');
    expect(await remove(empty)).toBe('NOT_FOUND');
  });

  it('loses no category of several that are saved at once, and takes one name once', async () => {
    const names = ['丙', '丁', '戊', '戊'];
    const codes = (await Promise.all(names.map((name) => manage(category(name))))).map(codeOf);
    expect(codes.filter((code) => code === 'OK')).toHaveLength(3);
    const { categories } = dataOf(await manage({ action: 'read' }));
    const saved = categories.map(({ name }) => name).filter((name) => names.includes(name));
    expect(saved.sort()).toEqual(['丙', '丁', '戊'].sort());
  });

  it('S15: is for admins alone', async () => {
    for (const phone of [teacher, await learnerOf(cloud, 'oCurious')]) {
      expect(codeOf(await phone.call('manageShop', category('我的')))).toBe('NOT_ALLOWED');
    }
  });

  it('recommends no course that does not exist', async () => {
    const home = { action: 'saveHome', shopName: '店', banners: [], recommended: ['crs_nowhere'] };
    expect(codeOf(await manage(home))).toBe('NOT_FOUND');
  });
});

describe('D25: paging', () => {
  it('gives each of many courses once, in every order, though most share a price and a moment', async () => {
    const { courseId } = await publishedCourse(cloud, teacher, { title: '蓝本' });
    await move(teacher, courseId, 'retire');
    const [pattern] = (await cloud.documents<Record<string, unknown>>('courses')).filter(
      ({ _id }) => _id === courseId,
    );
    const copies = Array.from({ length: 50 }, (_, n) => ({
      ...pattern,
      _id: `crs_copy${String(n).padStart(2, '0')}`,
      title: `副本${n}`,
      searchText: '副本',
      status: 'published',
      price: n % 3 === 0 ? 100 : 200,
      publishedAt: 1_700_000_000_000 + (n % 2),
      learnerCount: 7,
      lessonIds: [],
    }));
    await cloud.insert('courses', ...copies);
    for (const sort of ['newest', 'popular', 'cheapest'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await search({ keyword: '副本', sort, ...(cursor && { cursor }) });
        expect(page.items.length).toBeLessThanOrEqual(20);
        seen.push(...page.items.map((course) => course.courseId));
        cursor = page.next;
      } while (cursor);
      expect(seen).toHaveLength(50);
      expect(new Set(seen).size).toBe(50);
    }
    expect((await latest(teacher, courseId)).status).toBe('retired');
  });
});
