import type { User } from '../../server/accounts/user';
import { codeOf, dataOf, openCloud, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

const register = (openid: string, more: object = {}) =>
  cloud.as(openid).call('register', { requestId: 'r1', ...more });
const users = () => cloud.documents<User>('users');
const usersAnsweringTo = async (openid: string) =>
  (await users()).filter(({ openids }) => openids.includes(openid));

describe('registering', () => {
  it('S12: makes a user in one tap, without a password, under a name that may be changed', async () => {
    const { userId, role, nickname } = dataOf(await register('oTap'));
    expect(role).toBe('learner');
    expect(nickname).toMatch(/^学员\d{4}$/);
    const { me } = dataOf(await cloud.as('oTap').call('getMe'));
    expect(me).toMatchObject({ userId, role: 'learner', nickname, introduction: '' });
  });

  it('gives the same WeChat identity the same user, whatever it asks for', async () => {
    const first = dataOf(await register('oSame', { nickname: '小同' }));
    const again = dataOf(await register('oSame', { requestId: 'r2', nickname: '别人' }));
    expect(again).toEqual(first);
  });

  it('makes one user of the same identity registering many times at once', async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => register('oRush')));
    expect(new Set(replies.map((reply) => dataOf(reply).userId)).size).toBe(1);
    expect(await usersAnsweringTo('oRush')).toHaveLength(1);
  });

  it('S14/D2/D4: knows who calls by WeChat’s word, and refuses an id that the phone sends', async () => {
    const { userId } = dataOf(await register('oVictim'));
    for (const claim of [{ userId }, { openid: 'oVictim' }, { _openid: 'oVictim' }]) {
      expect(codeOf(await register('oThief', claim))).toBe('INVALID_INPUT');
    }
    const reply = await cloud.as('oThief').call('getMe', { userInfo: { openId: 'oVictim' } });
    expect(dataOf(reply).me).toBeUndefined();
  });

  it('D1/S15: refuses a role on the form, and makes an admin only of who was named when deploying', async () => {
    expect(codeOf(await register('oSly', { role: 'admin' }))).toBe('INVALID_INPUT');
    expect(await usersAnsweringTo('oSly')).toHaveLength(0);
    expect(dataOf(await register('oLocalAdmin')).role).toBe('admin');
    expect(dataOf(await register('oSly')).role).toBe('learner');
  });

  it('D24: does not show a name that WeChat’s check rejects or doubts, and makes no user then', async () => {
    expect(codeOf(await register('oRude', { nickname: '赌博大师' }))).toBe('CONTENT_REJECTED');
    expect(codeOf(await register('oDubious', { nickname: '代考' }))).toBe('CONTENT_REJECTED');
    expect(await usersAnsweringTo('oRude')).toHaveLength(0);
  });

  it('tells a visitor from a user: who is not registered is nobody yet, and is sent to log in', async () => {
    const visitor = cloud.as('oNobody');
    expect(dataOf(await visitor.call('getMe'))).toEqual({
      unreadNotices: 0,
      cameByLogin: false,
      hasAffiliates: false,
      messageTemplates: {
        answered: 'local-template-answered',
        refunded: 'local-template-refunded',
        paid: 'local-template-paid',
      },
    });
    expect(codeOf(await visitor.call('updateProfile', { nickname: '某人' }))).toBe('NOT_LOGGED_IN');
  });

  it('costs two round trips for a newcomer and one for a user', async () => {
    expect(await cloud.roundTrips(() => register('oCheap'))).toBe(2);
    expect(await cloud.roundTrips(() => register('oCheap'))).toBe(1);
    expect(await cloud.roundTrips(() => cloud.as('oCheap').call('getMe'))).toBe(2);
    expect(await cloud.roundTrips(() => cloud.as('oCheapVisitor').call('getMe'))).toBe(1);
  });
});
