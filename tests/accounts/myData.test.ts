import type { User } from '../../server/accounts/user';
import { UNFINISHED_STATUSES } from '../../shared/orders/machine';
import collections from '../../cloud/collections.json';
import { aCourse } from '../comments/fixtures';
import { codeOf, dataOf, openCloud, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud();
  await cloud.insert('courses', aCourse({ _id: 'crs_data', teacherId: 'usr_teacher' }));
});
afterAll(() => cloud.close());

const PASSWORD = 'a long password';
const user = async (openid: string, more: object = {}) => {
  const phone = cloud.as(openid);
  const { userId } = dataOf(await phone.call('register', { requestId: 'r1', ...more }));
  return { phone, userId };
};
const order = (userId: string, status: string) => ({
  _id: `ord_${userId}_${status}`,
  openKey: `ord_${userId}_${status}`,
  userId,
  buyer: '昵称',
  status,
});
const erase = (openid: string) =>
  cloud.as(openid).call('manageMyData', { action: 'erase', confirm: '注销' });

describe('what is stored about a person', () => {
  it('S11/S65: can be had as one file, with everything in it, by a link', async () => {
    const { phone, userId } = await user('oExport', { nickname: '导出者' });
    await phone.call('postComment', {
      requestId: 'q1',
      courseId: 'crs_data',
      kind: 'question',
      content: '这门课适合我吗',
    });
    await cloud.insert('orders', order(userId, 'paid'));
    const { url, expiresAt } = dataOf(await phone.call('manageMyData', { action: 'export' }));
    expect(expiresAt).toBeGreaterThan(Date.now());
    const file = (await (await fetch(String(url))).json()) as Record<string, unknown[]>;
    expect(file['user']).toMatchObject({ _id: userId, nickname: '导出者' });
    expect(file['comments']).toMatchObject([{ content: '这门课适合我吗' }]);
    expect(file['orders']).toMatchObject([{ _id: `ord_${userId}_paid` }]);
    expect(file['events']).toMatchObject([{ name: 'comment_post' }]);
  });

  it('is not left lying about: a new export takes the place of the one before', async () => {
    const { phone } = await user('oTwice');
    const first = dataOf(await phone.call('manageMyData', { action: 'export' }));
    dataOf(await phone.call('manageMyData', { action: 'export' }));
    expect((await fetch(String(first.url))).ok).toBe(false);
  });
});

describe('erasing an account', () => {
  it('S11/S65: leaves nothing personal anywhere but on trade records', async () => {
    const { phone, userId } = await user('oEraseMe', {
      nickname: '将要离开的人',
      username: 'leaver',
      password: PASSWORD,
    });
    await phone.call('updateProfile', { introduction: '我的自我介绍' });
    await phone.call('postComment', {
      requestId: 'q1',
      courseId: 'crs_data',
      kind: 'question',
      content: '请问有答疑吗',
    });
    await cloud.insert('orders', order(userId, 'refunded'));
    dataOf(await erase('oEraseMe'));

    const left = await Promise.all(Object.keys(collections).map((name) => cloud.documents(name)));
    const everything = JSON.stringify(left);
    for (const trace of ['将要离开的人', 'leaver', '我的自我介绍', 'oEraseMe']) {
      expect(everything).not.toContain(trace);
    }
    const comments = await cloud.documents('comments');
    expect(comments.find((comment) => comment['userId'] === userId)).toMatchObject({
      content: '请问有答疑吗',
      author: { nickname: '已注销用户' },
    });
    const orders = await cloud.documents('orders');
    expect(orders.find((each) => each['userId'] === userId)).toMatchObject({ buyer: '已注销用户' });
    expect(codeOf(await phone.call('getNotices'))).toBe('NOT_LOGGED_IN');
  });

  it('S65: forgets where earnings went, and keeps that and when they were paid', async () => {
    const { phone, userId } = await user('oEarned', { nickname: '推广过的人' });
    const payee = {
      method: 'bank',
      realName: '赵小推',
      bankName: '招商银行深圳分行',
      account: '6225880199998888',
    };
    dataOf(await phone.call('getEarnings', { action: 'setPayee', payee }));
    await cloud.insert('payouts', {
      _id: 'podone1',
      earner: { userId, nickname: '推广过的人' },
      openid: 'oEarned',
      amount: 1000,
      status: 'done',
      madeAt: 1,
      reference: 'bank-2026',
      payee,
    });
    const { url } = dataOf(await phone.call('manageMyData', { action: 'export' }));
    const file = (await (await fetch(String(url))).json()) as Record<string, object>;
    expect(file['earnings']).toMatchObject({ _id: userId, payee: { realName: '赵小推' } });
    expect(file['payouts']).toMatchObject([{ _id: 'podone1' }]);

    dataOf(await erase('oEarned'));
    const left = JSON.stringify([
      await cloud.documents('earnerAccounts'),
      await cloud.documents('payouts'),
    ]);
    for (const trace of ['赵小推', '推广过的人', '6225880199998888', 'oEarned'])
      expect(left).not.toContain(trace);
    const [paid] = await cloud.documents('payouts');
    expect(paid).toMatchObject({ amount: 1000, status: 'done', reference: 'bank-2026' });
  });

  it('ends the username’s login, and frees the name', async () => {
    await user('oGone', { username: 'gone', password: PASSWORD });
    dataOf(await erase('oGone'));
    const login = await cloud.as('oElse').call('login', { username: 'gone', password: PASSWORD });
    expect(codeOf(login)).toBe('LOGIN_FAILED');
    await user('oElse', { username: 'gone', password: PASSWORD });
  });

  it('lets the same person begin again as somebody new, once more each time', async () => {
    const seen = new Set<string>();
    for (let life = 0; life < 3; life += 1) {
      seen.add((await user('oPhoenix')).userId);
      dataOf(await erase('oPhoenix'));
    }
    expect(seen.size).toBe(3);
  });

  it('leaves several erased accounts side by side, whom nobody answers to', async () => {
    const erased = (await cloud.documents<User>('users')).filter((each) => each.erasedAt);
    expect(erased.length).toBeGreaterThan(2);
    for (const { _id, openids } of erased) expect(openids).toEqual([`nobody:${_id}`]);
  });

  it.each([...UNFINISHED_STATUSES])('waits while an order is %s', async (status) => {
    const { phone, userId } = await user(`oBusy-${status}`);
    await cloud.insert('orders', order(userId, status));
    expect(codeOf(await erase(`oBusy-${status}`))).toBe('ACCOUNT_IN_USE');
    expect(dataOf(await phone.call('getMe')).me?.userId).toBe(userId);
  });

  it.each(['requested', 'approved', 'submitting', 'processing', 'abnormal'])(
    'waits while a refund is %s',
    async (status) => {
      const { userId } = await user(`oBack-${status}`);
      await cloud.insert('refunds', { ...order(userId, status), _id: `rf_${userId}_${status}` });
      expect(codeOf(await erase(`oBack-${status}`))).toBe('ACCOUNT_IN_USE');
    },
  );

  it('is refused to an admin and to who teaches a course', async () => {
    await user('oLocalAdmin');
    expect(codeOf(await erase('oLocalAdmin'))).toBe('ACCOUNT_IN_USE');
    const { userId } = await user('oProf');
    await cloud.insert('courses', aCourse({ _id: 'crs_prof', teacherId: userId }));
    expect(codeOf(await erase('oProf'))).toBe('ACCOUNT_IN_USE');
  });

  it('needs the word that confirms it', async () => {
    const { phone } = await user('oSlip');
    expect(codeOf(await phone.call('manageMyData', { action: 'erase' }))).toBe('INVALID_INPUT');
  });
});
