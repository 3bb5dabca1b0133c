import type { User } from '../../server/accounts/user';
import { codeOf, dataOf, openCloud, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

type Letter = { to: string[]; subject: string; text: string };

const ask = (openid: string, email: string) => cloud.as(openid).call('sendEmailCode', { email });
const lettersTo = async (email: string) =>
  (await cloud.get<{ mail: Letter[] }>('/_local/outbox')).mail.filter(({ to }) =>
    to.includes(email),
  );
const codeFor = async (email: string) =>
  /\d{6}/.exec((await lettersTo(email))[0]?.text ?? '')?.[0] ?? 'no code came';
const prove = (openid: string, email: string, emailCode: string) =>
  cloud.as(openid).call('register', { requestId: 'r1', email, emailCode });
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('an e-mail address', () => {
  it('S13/D30: is on the profile only after the code that was mailed to it', async () => {
    expect(codeOf(await prove('oAmy', 'amy@example.com', '123456'))).toBe('EMAIL_CODE_WRONG');
    dataOf(await ask('oAmy', 'Amy@Example.com'));
    const code = await codeFor('amy@example.com');
    expect(codeOf(await prove('oAmy', 'amy@example.com', wrong(code)))).toBe('EMAIL_CODE_WRONG');
    dataOf(await prove('oAmy', 'amy@example.com', code));
    expect(dataOf(await cloud.as('oAmy').call('getMe')).me?.email).toBe('amy@example.com');
  });

  it('S12: cannot be added without a code', async () => {
    const register = cloud
      .as('oBob')
      .call('register', { requestId: 'r', email: 'bob@example.com' });
    expect(codeOf(await register)).toBe('EMAIL_CODE_WRONG');
  });

  it('belongs to one user, which only someone who can read its mail is told', async () => {
    await cloud.advance(61_000);
    const answers = [await ask('oCarl', 'amy@example.com'), await ask('oDora', 'new@example.com')];
    expect(answers).toEqual([
      { ok: true, data: {} },
      { ok: true, data: {} },
    ]);
    const code = await codeFor('amy@example.com');
    expect(codeOf(await prove('oCarl', 'amy@example.com', code))).toBe('EMAIL_TAKEN');
  });

  it('goes to one of two who prove it at the same time', async () => {
    dataOf(await ask('oTwinA', 'twins@example.com'));
    const codeA = await codeFor('twins@example.com');
    await cloud.advance(61_000);
    dataOf(await ask('oTwinB', 'twins@example.com'));
    const codeB = await codeFor('twins@example.com');
    const replies = await Promise.all([
      prove('oTwinA', 'twins@example.com', codeA),
      prove('oTwinB', 'twins@example.com', codeB),
    ]);
    expect(replies.map(codeOf).sort()).toEqual(['EMAIL_TAKEN', 'OK']);
    const having = (await cloud.documents<User>('users')).filter(
      ({ email }) => email === 'twins@example.com',
    );
    expect(having).toHaveLength(1);
  });

  it('can be another’s again after its user proved a new one', async () => {
    dataOf(await ask('oMove', 'old@example.com'));
    dataOf(await prove('oMove', 'old@example.com', await codeFor('old@example.com')));
    await cloud.advance(61_000);
    dataOf(await ask('oMove', 'next@example.com'));
    dataOf(await prove('oMove', 'next@example.com', await codeFor('next@example.com')));
    await cloud.advance(61_000);
    dataOf(await ask('oHeir', 'old@example.com'));
    expect(codeOf(await prove('oHeir', 'old@example.com', await codeFor('old@example.com')))).toBe(
      'OK',
    );
  });
});

describe('a code', () => {
  it('D31: dies after five tries, even at once, and the right one comes too late then', async () => {
    dataOf(await ask('oBrute', 'brute@example.com'));
    const code = await codeFor('brute@example.com');
    await Promise.all(
      Array.from({ length: 6 }, () => prove('oBrute', 'brute@example.com', wrong(code))),
    );
    expect(codeOf(await prove('oBrute', 'brute@example.com', code))).toBe('EMAIL_CODE_WRONG');
  });

  it('ends after ten minutes', async () => {
    dataOf(await ask('oSlow', 'slow@example.com'));
    const code = await codeFor('slow@example.com');
    await cloud.advance(10 * 60_000 + 1);
    expect(codeOf(await prove('oSlow', 'slow@example.com', code))).toBe('EMAIL_CODE_WRONG');
  });

  it('is of no use to anybody but who asked for it, and cannot be used up by another', async () => {
    dataOf(await ask('oMine', 'mine@example.com'));
    const code = await codeFor('mine@example.com');
    for (let n = 0; n < 6; n += 1) {
      expect(codeOf(await prove('oYours', 'mine@example.com', code))).toBe('EMAIL_CODE_WRONG');
    }
    expect(codeOf(await prove('oMine', 'mine@example.com', code))).toBe('OK');
  });

  it('is mailed once a minute and five times an hour, to an address and for a person', async () => {
    dataOf(await ask('oOften', 'often@example.com'));
    expect(codeOf(await ask('oOften', 'elsewhere@example.com'))).toBe('RATE_LIMITED');
    expect(codeOf(await ask('oNever', 'often@example.com'))).toBe('RATE_LIMITED');
    // The count is kept by the hour of the clock: begin with a new one.
    const { now } = await cloud.get<{ now: number }>('/_local/clock');
    await cloud.advance(3_600_000 - (now % 3_600_000));
    const codes: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      await cloud.advance(61_000);
      codes.push(codeOf(await ask(`oTurn${n}`, 'flooded@example.com')));
    }
    expect(codes.filter((code) => code === 'OK').length).toBeLessThanOrEqual(5);
  });

  it('D28: is stored only as a keyed hash', async () => {
    dataOf(await ask('oSecret', 'secret@example.com'));
    const code = await codeFor('secret@example.com');
    const stored = JSON.stringify(await cloud.documents('emailCodes'));
    expect(stored).not.toContain('secret@example.com');
    expect(stored).not.toContain(`"${code}"`);
  });
});
