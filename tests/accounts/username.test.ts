import type { User } from '../../server/accounts/user';
import { codeOf, dataOf, openCloud, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

const PASSWORD = 'correct horse 马';
const register = (openid: string, more: object = {}) =>
  cloud.as(openid).call('register', { requestId: 'r1', ...more });
const login = (openid: string, username: string, password = PASSWORD) =>
  cloud.as(openid).call('login', { username, password });

describe('a username', () => {
  it('S12: is one user’s alone, in whatever letter case', async () => {
    dataOf(await register('oAnna', { username: 'Anna', password: PASSWORD }));
    expect(codeOf(await register('oOther', { username: 'aNNA' }))).toBe('USERNAME_TAKEN');
    expect(dataOf(await cloud.as('oOther').call('getMe')).me).toBeUndefined();
  });

  it('goes to one of many who want it at the same time', async () => {
    const wanted = { username: 'popular', password: PASSWORD };
    const openids = ['oRaceA', 'oRaceB', 'oRaceC', 'oRaceD'];
    const codes = (await Promise.all(openids.map((openid) => register(openid, wanted)))).map(
      codeOf,
    );
    expect(codes.filter((code) => code === 'OK')).toHaveLength(1);
    expect(codes.filter((code) => code === 'USERNAME_TAKEN')).toHaveLength(3);
    const named = (await cloud.documents<User>('users')).filter((u) => u.username === 'popular');
    expect(named).toHaveLength(1);
  });

  it('can be added later, and is then fixed, while its password can be changed', async () => {
    dataOf(await register('oLater'));
    dataOf(await register('oLater', { username: 'later1', password: PASSWORD }));
    expect(codeOf(await register('oLater', { username: 'later2' }))).toBe('USERNAME_FIXED');
    dataOf(await register('oLater', { password: 'another password' }));
    expect(codeOf(await login('oLaterTwo', 'later1'))).toBe('LOGIN_FAILED');
    expect(codeOf(await login('oLaterTwo', 'later1', 'another password'))).toBe('OK');
  });

  it('is needed for a password', async () => {
    expect(codeOf(await register('oBare', { password: PASSWORD }))).toBe('INVALID_INPUT');
  });

  it('D29: keeps of the password only a salted scrypt hash, another for the same password', async () => {
    dataOf(await register('oHashA', { username: 'hasha', password: PASSWORD }));
    dataOf(await register('oHashB', { username: 'hashb', password: PASSWORD }));
    const stored = await cloud.documents<{ _id: string; passwordHash: string }>('credentials');
    const hashes = stored.filter(({ _id }) => _id.startsWith('hash')).map((c) => c.passwordHash);
    expect(new Set(hashes).size).toBe(2);
    for (const hash of hashes) expect(hash).toMatch(/^scrypt\$15\$8\$1\$[^$]+\$[^$]{43}$/);
    expect(JSON.stringify(stored)).not.toContain(PASSWORD);
  });
});

describe('logging in', () => {
  it('S14: brings a second WeChat identity to the same account', async () => {
    const { userId } = dataOf(await register('oPhone', { username: 'mover', password: PASSWORD }));
    dataOf(await register('oTablet'));
    expect(dataOf(await login('oTablet', 'MOVER'))).toEqual({ userId, role: 'learner' });
    expect(dataOf(await cloud.as('oTablet').call('getMe')).me?.userId).toBe(userId);
    expect(dataOf(await cloud.as('oPhone').call('getMe')).me?.userId).toBe(userId);
  });

  it('keeps every identity with one user, however many accounts it logs in to at once', async () => {
    dataOf(await register('oOwnA', { username: 'homea', password: PASSWORD }));
    dataOf(await register('oOwnB', { username: 'homeb', password: PASSWORD }));
    await Promise.all([login('oGuest', 'homea'), login('oGuest', 'homeb')]);
    const answering = (await cloud.documents<User>('users')).filter(({ openids }) =>
      openids.includes('oGuest'),
    );
    expect(answering.length).toBeLessThanOrEqual(1);
    expect(codeOf(await login('oGuest', 'homea'))).toBe('OK');
    const after = await cloud.documents<User>('users');
    expect(after.filter(({ openids }) => openids.includes('oGuest'))).toHaveLength(1);
  });

  it('gives the identity its own account back when it unbinds, with what was in it', async () => {
    const own = dataOf(await register('oVisit', { nickname: '原来的我' }));
    dataOf(await register('oHost', { username: 'host', password: PASSWORD }));
    dataOf(await login('oVisit', 'host'));
    expect(dataOf(await cloud.as('oVisit').call('getMe')).cameByLogin).toBe(true);
    dataOf(await cloud.as('oVisit').call('manageMyData', { action: 'unbind' }));
    expect(dataOf(await cloud.as('oVisit').call('getMe')).cameByLogin).toBe(false);
    const { me } = dataOf(await cloud.as('oVisit').call('getMe'));
    expect(me).toMatchObject({ userId: own.userId, nickname: '原来的我' });
  });

  it('makes an account for an identity that unbinds and never had its own', async () => {
    const host = dataOf(await register('oHost2', { username: 'host2', password: PASSWORD }));
    dataOf(await login('oFresh', 'host2'));
    dataOf(await cloud.as('oFresh').call('manageMyData', { action: 'unbind' }));
    const { me } = dataOf(await cloud.as('oFresh').call('getMe'));
    expect(me?.userId).toBeDefined();
    expect(me?.userId).not.toBe(host.userId);
  });

  it('answers alike for a wrong password and for a username that does not exist', async () => {
    dataOf(await register('oKnown', { username: 'known', password: PASSWORD }));
    const shown = async (username: string) => {
      const reply = await login('oProbe', username, 'wrong password');
      return { ...reply, traceId: '' };
    };
    expect(await shown('known')).toEqual(await shown('unknown'));
  });

  it('D31: makes who guesses wait ever longer, though many guesses come at once, and locks nobody out', async () => {
    dataOf(await register('oTarget', { username: 'target', password: PASSWORD }));
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, n) => login('oGuesser', 'target', `guess number ${n}`)),
    );
    expect(guesses.filter((reply) => codeOf(reply) === 'LOGIN_FAILED').length).toBeLessThanOrEqual(
      6,
    );
    for (let n = 0; n < 6; n += 1) await login('oGuesser', 'target', `slower guess ${n}`);
    expect(codeOf(await login('oGuesser', 'target'))).toBe('RATE_LIMITED');
    await cloud.advance(16 * 60_000);
    expect(codeOf(await login('oGuesser', 'target'))).toBe('OK');
  });
});
