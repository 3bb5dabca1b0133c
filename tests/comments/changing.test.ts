import { codeOf, dataOf, openCloud, type TestCloud } from '../cloud';
import { aCourse, learner, owner, type Person } from './fixtures';

let cloud: TestCloud;
let author: Person;
let other: Person;
let admin: Person;
const COURSE = 'crs_photo';

beforeAll(async () => {
  cloud = await openCloud();
  await cloud.insert('courses', aCourse({ _id: COURSE, teacherId: 'usr_teacher' }));
  admin = await learner(cloud, 'oLocalAdmin', '店长');
  author = await owner(cloud, 'oAuthor', COURSE);
  other = await owner(cloud, 'oOther', COURSE);
});
afterAll(() => cloud.close());
beforeEach(() => cloud.advance(61_000));

let requests = 0;
const post = async (who: Person, content: string, more: object = {}) => {
  const request = { requestId: `r${(requests += 1)}`, courseId: COURSE, content, ...more };
  return dataOf(await who.call('postComment', request)).commentId;
};
const seen = async (who: Person, id: string) =>
  dataOf(await who.call('getComments', { courseId: COURSE })).items.find(
    ({ commentId }) => commentId === id,
  );
const stored = async (id: string) =>
  (await cloud.documents('comments')).find(({ _id }) => _id === id);

describe('changing a comment', () => {
  it('S31: is for its author, is checked again and leaves a mark', async () => {
    const commentId = await post(author, '第一版');
    dataOf(await author.call('updateComment', { commentId, content: '第二版' }));
    expect(await seen(other, commentId)).toMatchObject({ content: '第二版', edited: true });
    const bad = await author.call('updateComment', { commentId, content: '赌博' });
    expect(codeOf(bad)).toBe('CONTENT_REJECTED');
    expect(await seen(other, commentId)).toMatchObject({ content: '第二版' });
  });

  it('D23: looks to others, and to admins, as if there were no such comment', async () => {
    const commentId = await post(author, '我的');
    const mask = (reply: object) => ({ ...reply, traceId: '' });
    const missing = await other.call('updateComment', { commentId: 'cmt_nowhere', content: '改' });
    expect(codeOf(missing)).toBe('NOT_FOUND');
    for (const who of [other, admin]) {
      const reply = await who.call('updateComment', { commentId, content: '改' });
      expect(mask(reply)).toEqual(mask(missing));
    }
    expect(codeOf(await other.call('deleteComment', { commentId }))).toBe('NOT_FOUND');
    expect(await seen(other, commentId)).toMatchObject({ content: '我的', edited: false });
  });

  it('hides it from others while WeChat’s check has doubts, until the words pass', async () => {
    const commentId = await post(author, '好课');
    dataOf(await author.call('updateComment', { commentId, content: '好课，加微信' }));
    expect(await seen(other, commentId)).toBeUndefined();
    expect(await seen(author, commentId)).toMatchObject({ status: 'pending' });
    dataOf(await author.call('updateComment', { commentId, content: '好课，真的' }));
    expect(await seen(other, commentId)).toMatchObject({ status: 'visible' });
  });
});

describe('deleting a comment', () => {
  it('S32/D22: takes it out of sight and keeps it stored', async () => {
    const commentId = await post(author, '删掉我');
    dataOf(await author.call('deleteComment', { commentId }));
    expect(await seen(other, commentId)).toBeUndefined();
    expect(await stored(commentId)).toMatchObject({ status: 'deleted' });
    expect(codeOf(await author.call('deleteComment', { commentId }))).toBe('NOT_FOUND');
    const late = await author.call('updateComment', { commentId, content: '又来' });
    expect(codeOf(late)).toBe('NOT_FOUND');
  });

  it('leaves a tombstone without words or name where others replied', async () => {
    const commentId = await post(author, '有人回复我');
    await post(other, '我回复了', { parentId: commentId });
    dataOf(await author.call('deleteComment', { commentId }));
    expect(await seen(other, commentId)).toMatchObject({
      status: 'deleted',
      content: '',
      author: { nickname: '' },
      replies: [{ content: '我回复了' }],
    });
  });

  it('S32: is open to an admin, in writing; of a rating the admin can only hide what was said', async () => {
    const comment = await post(author, '管理员看不惯');
    const rating = await post(author, '很一般', { stars: 1 });
    dataOf(await admin.call('deleteComment', { commentId: comment }));
    dataOf(await admin.call('deleteComment', { commentId: rating }));
    expect(await stored(comment)).toMatchObject({ status: 'deleted' });
    expect(await stored(rating)).toMatchObject({ status: 'hidden' });
    const deeds = (await cloud.documents('audit')).map(({ subject }) => subject);
    expect(deeds.sort()).toEqual([comment, rating].sort());
  });
});

describe('moderating', () => {
  it('S65: has a queue, decides once, writes the decision down and tells the author why', async () => {
    const commentId = await post(author, '找人代考');
    const queue = dataOf(await admin.call('moderateComments', { action: 'list' })).items;
    expect(queue).toContainEqual(expect.objectContaining({ commentId, content: '找人代考' }));
    const hide = { action: 'hide', commentId, reason: '涉嫌作弊' };
    dataOf(await admin.call('moderateComments', hide));
    expect(codeOf(await admin.call('moderateComments', hide))).toBe('CHANGED_MEANWHILE');
    expect(await seen(author, commentId)).toBeUndefined();
    const [notice] = dataOf(await author.call('getNotices')).items;
    expect(notice).toMatchObject({ body: '涉嫌作弊', read: false });
    const deeds = (await cloud.documents('audit')).filter((deed) => deed['subject'] === commentId);
    expect(deeds).toMatchObject([{ action: 'hide', reason: '涉嫌作弊', by: admin.userId }]);
  });

  it('D3/D8: is for admins', async () => {
    expect(codeOf(await other.call('moderateComments', { action: 'list' }))).toBe('NOT_ALLOWED');
    const visitor = cloud.as('oVisitor');
    expect(codeOf(await visitor.call('moderateComments', { action: 'list' }))).toBe(
      'NOT_LOGGED_IN',
    );
  });
});
