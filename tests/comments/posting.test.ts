import type { Course } from '../../server/catalogue/course';
import { codeOf, dataOf, openCloud, type TestCloud } from '../cloud';
import { aCourse, appointTeacher, learner, owner, type Person } from './fixtures';

let cloud: TestCloud;
let teacher: Person;
let buyer: Person;
let stranger: Person;
const COURSE = 'crs_photo';

beforeAll(async () => {
  cloud = await openCloud();
  teacher = await learner(cloud, 'oTeacher', '王老师');
  await appointTeacher(cloud, teacher);
  await cloud.insert(
    'courses',
    aCourse({ _id: COURSE, teacherId: teacher.userId }),
    aCourse({ _id: 'crs_draft', teacherId: teacher.userId, status: 'draft' }),
    aCourse({ _id: 'crs_foreign', teacherId: 'usr_another' }),
    aCourse({ _id: 'crs_gift', teacherId: teacher.userId, price: 0 }),
  );
  buyer = await owner(cloud, 'oBuyer', COURSE);
  stranger = await learner(cloud, 'oStranger', '路人');
});
afterAll(() => cloud.close());

let requests = 0;
const post = (who: Person, more: object = {}) =>
  who.call('postComment', {
    requestId: `r${(requests += 1)}`,
    courseId: COURSE,
    content: '讲得很清楚',
    ...more,
  });
const listed = async (who: Person, courseId = COURSE) =>
  dataOf(await who.call('getComments', { courseId })).items;
const course = async (id = COURSE) =>
  (await cloud.documents<Course>('courses')).find(({ _id }) => _id === id);

describe('posting', () => {
  it('S29: shows everybody what an owner wrote, under the writer’s own name', async () => {
    const { commentId, status } = dataOf(await post(buyer));
    expect(status).toBe('visible');
    expect((await listed(stranger))[0]).toMatchObject({
      commentId,
      content: '讲得很清楚',
      kind: 'comment',
      author: { nickname: '学员甲', owner: true, teacher: false },
      mine: false,
      edited: false,
    });
    expect((await listed(buyer))[0]).toMatchObject({ commentId, mine: true });
  });

  it('never sends anybody’s user id or openid to a phone', async () => {
    const shown = JSON.stringify(await listed(stranger));
    for (const secret of [buyer.userId, buyer.openid, stranger.userId]) {
      expect(shown).not.toContain(secret);
    }
  });

  it('S16/D23: is for who owns the course, its teacher and admins; a free course must be owned too', async () => {
    expect(codeOf(await post(stranger))).toBe('NOT_ENROLLED');
    expect(codeOf(await post(stranger, { courseId: 'crs_gift' }))).toBe('NOT_ENROLLED');
    expect(codeOf(await post(teacher))).toBe('OK');
    expect(codeOf(await post({ ...stranger, ...cloud.as('oLocalAdmin') } as Person))).toBe('OK');
  });

  it('S17/D5: gives a teacher nothing at another teacher’s course', async () => {
    expect(codeOf(await post(teacher, { courseId: 'crs_foreign' }))).toBe('NOT_ENROLLED');
  });

  it('S33/S59: lets any learner ask before buying', async () => {
    const asked = dataOf(await post(stranger, { kind: 'question', content: '适合零基础吗' }));
    const question = (await listed(buyer)).find(({ commentId }) => commentId === asked.commentId);
    expect(question).toMatchObject({ kind: 'question', author: { owner: false } });
  });

  it('is not possible at a course that cannot be seen', async () => {
    for (const courseId of ['crs_draft', 'crs_nowhere']) {
      expect(codeOf(await post(stranger, { courseId, kind: 'question' }))).toBe('NOT_FOUND');
    }
  });

  it('D24: refuses what WeChat’s check rejects, and keeps what it doubts for its author and the admins', async () => {
    expect(codeOf(await post(buyer, { content: '一起赌博' }))).toBe('CONTENT_REJECTED');
    const doubted = dataOf(await post(buyer, { content: '想学的加微信' }));
    expect(doubted.status).toBe('pending');
    const seesIt = async (who: Person) =>
      (await listed(who)).some(({ commentId }) => commentId === doubted.commentId);
    expect([await seesIt(buyer), await seesIt(stranger)]).toEqual([true, false]);
  });

  it('D31: answers a repeated request again and posts it once; another content under its id is refused', async () => {
    const first = dataOf(await post(buyer, { requestId: 'once', content: '只说一次' }));
    const [again, atOnce] = await Promise.all([
      post(buyer, { requestId: 'once', content: '只说一次' }),
      post(buyer, { requestId: 'once', content: '只说一次' }),
    ]);
    expect([dataOf(again), dataOf(atOnce)]).toEqual([first, first]);
    const other = await post(buyer, { requestId: 'once', content: '换了句话' });
    expect(codeOf(other)).toBe('REQUEST_REUSED');
    const written = (await listed(stranger)).filter(({ content }) => content === '只说一次');
    expect(written).toHaveLength(1);
  });

  it('costs four round trips: who and where, the limit, the comment, the event', async () => {
    const costly = await owner(cloud, 'oCostly', COURSE);
    await post(costly);
    expect(await cloud.roundTrips(() => post(costly))).toBe(4);
  });

  it('D31: is limited to ten a minute', async () => {
    const chatty = await owner(cloud, 'oChatty', COURSE);
    const codes = await Promise.all(Array.from({ length: 12 }, () => post(chatty)));
    expect(codes.map(codeOf)).toContain('RATE_LIMITED');
    expect(codes.filter((reply) => codeOf(reply) === 'OK').length).toBeLessThanOrEqual(10);
  });
});

describe('rating', () => {
  it('S50/D23: is for owners, once a course, and counts on the course once', async () => {
    const fan = await owner(cloud, 'oFan', 'crs_gift');
    const rate = (who: Person, stars: number, requestId = 'rate') =>
      post(who, { courseId: 'crs_gift', stars, requestId });
    expect(codeOf(await rate(stranger, 5))).toBe('NOT_ENROLLED');
    expect(codeOf(await rate(teacher, 5))).toBe('NOT_ENROLLED');
    const replies = await Promise.all([rate(fan, 4), rate(fan, 4), rate(fan, 4)]);
    expect(replies.map(codeOf)).toEqual(['OK', 'OK', 'OK']);
    expect(codeOf(await rate(fan, 1, 'second-thoughts'))).toBe('ALREADY_RATED');
    expect(await course('crs_gift')).toMatchObject({ ratingCount: 1, ratingSum: 4 });
    expect((await listed(stranger, 'crs_gift'))[0]).toMatchObject({ kind: 'rating', stars: 4 });
  });

  it('counts while it can be seen, and no longer', async () => {
    const picky = await owner(cloud, 'oPicky', COURSE);
    const before = await course();
    const { commentId } = dataOf(await post(picky, { stars: 2, content: '想看加微信' }));
    expect(await course()).toMatchObject({ ratingCount: before?.ratingCount });
    const admin = cloud.as('oLocalAdmin');
    dataOf(await admin.call('moderateComments', { action: 'show', commentId }));
    expect(await course()).toMatchObject({ ratingCount: 1, ratingSum: 2 });
    dataOf(await admin.call('moderateComments', { action: 'hide', commentId, reason: '含广告' }));
    expect(await course()).toMatchObject({ ratingCount: 0, ratingSum: 0 });
  });

  it('takes stars for ratings alone, and a rating only with stars', async () => {
    expect(codeOf(await post(buyer, { kind: 'rating' }))).toBe('INVALID_INPUT');
    expect(codeOf(await post(buyer, { kind: 'question', stars: 5 }))).toBe('INVALID_INPUT');
    expect(codeOf(await post(buyer, { stars: 6 }))).toBe('INVALID_INPUT');
  });
});
