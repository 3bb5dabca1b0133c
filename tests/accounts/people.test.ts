import { codeOf, dataOf, openCloud, type TestCloud } from '../cloud';

let cloud: TestCloud;
const ids: Record<string, string> = {};
const register = async (openid: string, more: object = {}) => {
  const reply = await cloud.as(openid).call('register', { requestId: 'r1', ...more });
  ids[openid] = dataOf(reply).userId;
};
const appoint = (by: string, openid: string, role: string, reason = '讲师资质已核验') =>
  cloud.as(by).call('manageUsers', { action: 'setRole', userId: ids[openid], role, reason });
const roleOf = async (openid: string) => dataOf(await cloud.as(openid).call('getMe')).me?.role;

beforeAll(async () => {
  cloud = await openCloud();
  await register('oLocalAdmin', { nickname: '店长' });
  await register('oTeach', { nickname: 'Wang老师' });
  await register('oLearn', { nickname: '小李', username: 'WangLi' });
});
afterAll(() => cloud.close());

describe('people', () => {
  it('D1/S15: are given and taken a role by an admin, which counts from the next call on and is written down', async () => {
    expect(codeOf(await cloud.as('oTeach').call('getQuestions'))).toBe('NOT_ALLOWED');
    dataOf(await appoint('oLocalAdmin', 'oTeach', 'teacher'));
    expect(codeOf(await cloud.as('oTeach').call('getQuestions'))).toBe('OK');
    dataOf(await appoint('oLocalAdmin', 'oTeach', 'learner', '资质过期'));
    expect(codeOf(await cloud.as('oTeach').call('getQuestions'))).toBe('NOT_ALLOWED');

    const audit = await cloud.documents('audit');
    const deed = { action: 'setRole', by: ids['oLocalAdmin'], subject: ids['oTeach'] };
    expect(audit).toHaveLength(2);
    expect(audit).toContainEqual(
      expect.objectContaining({ ...deed, before: 'learner', after: 'teacher' }),
    );
    expect(audit).toContainEqual(
      expect.objectContaining({ ...deed, before: 'teacher', after: 'learner', reason: '资质过期' }),
    );
  });

  it('D8/S15: cannot appoint themselves: not a learner, and not an admin either', async () => {
    expect(codeOf(await appoint('oLearn', 'oLearn', 'admin'))).toBe('NOT_ALLOWED');
    expect(codeOf(await appoint('oLocalAdmin', 'oLocalAdmin', 'learner'))).toBe('NOT_ALLOWED');
    expect(await roleOf('oLearn')).toBe('learner');
    expect(await roleOf('oLocalAdmin')).toBe('admin');
  });

  it('need a reason to be appointed, and have to exist', async () => {
    expect(codeOf(await appoint('oLocalAdmin', 'oLearn', 'teacher', ''))).toBe('INVALID_INPUT');
    ids['oGhost'] = 'usr_nobodyatall';
    expect(codeOf(await appoint('oLocalAdmin', 'oGhost', 'teacher'))).toBe('NOT_FOUND');
  });

  it('are found by the beginning of nickname or username, in any letter case', async () => {
    const find = async (keyword?: string) => {
      const reply = await cloud.as('oLocalAdmin').call('manageUsers', { action: 'find', keyword });
      return dataOf(reply).items.map(({ nickname }) => nickname);
    };
    expect((await find('wang')).sort()).toEqual(['Wang老师', '小李']);
    expect(await find('小')).toEqual(['小李']);
    expect(await find('.*')).toEqual([]);
    expect(await find()).toHaveLength(3);
  });

  it('are listed once each over several pages', async () => {
    await Promise.all(Array.from({ length: 45 }, (_, n) => register(`oCrowd${n}`)));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const reply = await cloud
        .as('oLocalAdmin')
        .call('manageUsers', { action: 'find', ...(cursor && { cursor }) });
      const page = dataOf(reply);
      seen.push(...page.items.map(({ userId }) => userId));
      cursor = page.next;
    } while (cursor);
    expect(seen).toHaveLength(48);
    expect(new Set(seen).size).toBe(48);
  });
});
