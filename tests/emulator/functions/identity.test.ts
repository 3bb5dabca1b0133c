import { openCloud, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({ environmentVariables: { SHOP_NAME: '课堂 at {{origin}}' } });
});
afterAll(() => cloud.close());

describe('a function called by a phone', () => {
  test('knows its caller from the context and from the injected userInfo', async () => {
    const { result } = await cloud.call('echo', { hi: 1, userInfo: { openId: 'forged' } }, 'oAnna');
    expect(result.caller).toMatchObject({ OPENID: 'oAnna', SOURCE: 'wx_client', ENV: 'local-env' });
    expect(result.event).toEqual({
      hi: 1,
      userInfo: { appId: 'wx0000000000000001', openId: 'oAnna' },
    });
    expect(result.atModuleScope).toEqual({});
  });

  test('has no OPENID when the phone is not logged in', async () => {
    const { result } = await cloud.call('echo');
    expect(result.caller.OPENID).toBeUndefined();
    expect(result.event).toEqual({});
  });

  test('keeps its module state between warm calls and has the console variables', async () => {
    const first = (await cloud.call('echo')).result.calls as number;
    const second = await cloud.call('echo');
    expect(second.result.calls).toBe(first + 1);
    expect(second.result.shopName).toBe(`课堂 at ${cloud.url}`);
    expect(second.result).toMatchObject({ zone: 'UTC', timeLimit: 3000, memoryLimit: 256 });
  });

  test('never sees another of 20 concurrent callers', async () => {
    const openids = Array.from({ length: 20 }, (_, index) => `oUser${String(index)}`);
    const answers = await Promise.all(
      openids.map((openid) => cloud.call('echo', { waitMs: 20 }, openid)),
    );
    expect(answers.map((answer) => answer.result.caller.OPENID)).toEqual(openids);
  });

  test('passes its caller on to the functions it calls, with the source chained', async () => {
    const { result } = await cloud.call('chain', { depth: 6 }, 'oAnna');
    expect(result.caller).toMatchObject({ OPENID: 'oAnna' });
    expect(result.caller.SOURCE).toMatch(/^wx_client(,scf)+$/);
  });

  test('reads the cloud clock, while dates that are given stay as they are', async () => {
    await cloud.advance(3_600_000);
    const { result } = await cloud.call('echo');
    expect(result.now - Date.now()).toBeGreaterThan(3_500_000);
    expect(result.constructed - result.now).toBeLessThan(100);
    expect(result.fixed).toBe('2026-01-02T00:00:00.000Z');
    expect(result.isDate).toBe(true);
  });
});

test('an openid of digits only is refused, because the SDK would read it as a number', async () => {
  expect(await cloud.call('echo', {}, '1234567890')).toEqual({
    error: 'an openid must contain a letter',
  });
});
