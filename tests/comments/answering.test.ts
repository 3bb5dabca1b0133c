import { codeOf, dataOf, openCloud, type TestCloud } from '../cloud';
import { aCourse, appointTeacher, learner, owner, type Person } from './fixtures';

let cloud: TestCloud;
let teacher: Person;
let asker: Person;
let buyer: Person;
const COURSE = 'crs_photo';

beforeAll(async () => {
  cloud = await openCloud();
  teacher = await learner(cloud, 'oTeacher', '王老师');
  await appointTeacher(cloud, teacher);
  await cloud.insert('courses', aCourse({ _id: COURSE, teacherId: teacher.userId }));
  asker = await learner(cloud, 'oAsker', '提问者');
  buyer = await owner(cloud, 'oBuyer', COURSE);
});
afterAll(() => cloud.close());

let requests = 0;
const post = async (who: Person, content: string, more: object = {}) => {
  const request = { requestId: `r${(requests += 1)}`, courseId: COURSE, content, ...more };
  return who.call('postComment', request);
};
const ask = async (content: string) =>
  dataOf(await post(asker, content, { kind: 'question' })).commentId;
const noticesOf = async (who: Person) => dataOf(await who.call('getNotices')).items;
const questions = async (more: object = {}) =>
  dataOf(await teacher.call('getQuestions', more)).items;

describe('questions and answers', () => {
  it('S4, S33: tells the teacher of a question, and the asker of the answer, by notice and by message', async () => {
    await cloud.post(
      '/_local/subscribe',
      { templateIds: ['local-template-answered'] },
      { 'x-openid': 'oAsker' },
    );
    const parentId = await ask('快门怎么选？');
    expect((await noticesOf(teacher))[0]).toMatchObject({
      title: '《摄影入门》有新的提问',
      body: '快门怎么选？',
    });

    dataOf(await post(teacher, '看被摄物的速度。', { parentId }));
    expect((await noticesOf(asker))[0]).toMatchObject({
      title: '老师在《摄影入门》中回复了你',
      body: '看被摄物的速度。',
    });
    const { subscribeMessages } = await cloud.get<{ subscribeMessages: object[] }>(
      '/_local/outbox',
    );
    expect(subscribeMessages).toMatchObject([
      {
        openid: 'oAsker',
        data: { thing1: { value: '摄影入门' }, thing2: { value: '看被摄物的速度。' } },
      },
    ]);
  });

  it('answers although the asker wants no message', async () => {
    const parentId = await ask('没有订阅消息的问题');
    expect(codeOf(await post(teacher, '也能收到通知', { parentId }))).toBe('OK');
    expect((await noticesOf(asker))[0]).toMatchObject({ body: '也能收到通知' });
  });

  it('shows the teacher unanswered questions first, and answered ones apart', async () => {
    const answered = await ask('先问的问题');
    const open = await ask('后问的问题');
    dataOf(await post(buyer, '普通评论，最新'));
    dataOf(await post(teacher, '答好了', { parentId: answered }));
    const all = await questions();
    const places = [open, answered].map((id) => all.findIndex(({ commentId }) => commentId === id));
    expect(places[0]).toBe(0);
    expect(places[1]).toBeGreaterThan(0);
    expect(all[0]).toMatchObject({ courseTitle: '摄影入门', kind: 'question' });
    const isListed = async (id: string, is: boolean) =>
      (await questions({ answered: is })).some(({ commentId }) => commentId === id);
    expect([await isListed(open, false), await isListed(answered, false)]).toEqual([true, false]);
    expect([await isListed(open, true), await isListed(answered, true)]).toEqual([false, true]);
  });

  it('S17/D5: shows a teacher no question of another teacher’s course', async () => {
    const other = await learner(cloud, 'oOther', '李老师');
    await appointTeacher(cloud, other);
    expect(dataOf(await other.call('getQuestions')).items).toEqual([]);
  });

  it('S52: lets owners answer one another, which does not count as the teacher’s answer', async () => {
    const parentId = await ask('同学们怎么看？');
    dataOf(await post(buyer, '我觉得不错', { parentId }));
    expect((await noticesOf(asker))[0]).toMatchObject({ title: '同学在《摄影入门》中回复了你' });
    const open = await questions({ answered: false });
    const question = open.find(({ commentId }) => commentId === parentId);
    expect(question?.replies).toMatchObject([{ content: '我觉得不错' }]);
  });

  it('lets the asker go on asking under the question, but not under what others wrote', async () => {
    const parentId = await ask('追问之前');
    expect(codeOf(await post(asker, '再追问一句', { parentId }))).toBe('OK');
    const others = dataOf(await post(buyer, '别人的评论')).commentId;
    expect(codeOf(await post(asker, '插一句', { parentId: others }))).toBe('NOT_ENROLLED');
  });

  it('goes two levels deep and no deeper', async () => {
    await cloud.advance(61_000);
    const parentId = await ask('第一层');
    const reply = dataOf(await post(teacher, '第二层', { parentId })).commentId;
    expect(codeOf(await post(buyer, '第三层', { parentId: reply }))).toBe('COMMENT_TOO_DEEP');
  });

  it('takes replies only to what is there, at this course', async () => {
    const parentId = await ask('这里的问题');
    await cloud.insert('courses', aCourse({ _id: 'crs_other', teacherId: teacher.userId }));
    const elsewhere = await post(teacher, '回错地方', { parentId, courseId: 'crs_other' });
    expect(codeOf(elsewhere)).toBe('NOT_FOUND');
    expect(codeOf(await post(teacher, '没有这条', { parentId: 'cmt_nowhere' }))).toBe('NOT_FOUND');
  });

  it('counts an answer that WeChat’s check doubts only when an admin shows it', async () => {
    const parentId = await ask('怎么联系您？');
    const { commentId } = dataOf(await post(teacher, '可以加微信', { parentId }));
    const isOpen = async () =>
      (await questions({ answered: false })).some((each) => each.commentId === parentId);
    expect(await isOpen()).toBe(true);
    dataOf(await cloud.as('oLocalAdmin').call('moderateComments', { action: 'show', commentId }));
    expect(await isOpen()).toBe(false);
    expect((await noticesOf(asker))[0]).toMatchObject({ body: '可以加微信' });
  });
});
