import { openCloud, type Json, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({ pages: ['pages/home/index'], messagePush: { function: 'push' } });
});
afterAll(() => cloud.close());

async function ask(api: string, params: object, openid = 'oAnna'): Promise<Json> {
  return (await cloud.call('openapi', { api, params }, openid)).result;
}

describe('security.msgSecCheck', () => {
  const check = (content: string, change: object = {}) =>
    ask('security.msgSecCheck', { openid: 'oAnna', scene: 2, version: 2, content, ...change });

  test.each([
    ['一门好课', 'pass', 100],
    ['这是违规内容', 'risky', 20006],
    ['请加微信', 'review', 21000],
  ])('answers for %s: %s', async (content, suggest, label) => {
    const { ok } = await check(content);
    expect(ok).toMatchObject({
      result: { suggest, label },
      errCode: 0,
      traceId: expect.any(String),
    });
  });

  test.each([
    ['an unknown user', { openid: 'oNobody' }, 40003],
    ['an unknown scene', { scene: 9 }, 40129],
    ['no text', { content: '' }, 44002],
    ['the old version', { version: 1 }, 47001],
    ['too long a text', { content: '字'.repeat(2501) }, 47001],
  ])('refuses %s', async (_what, change, errCode) => {
    expect((await check('x', change)).failed.errCode).toBe(errCode);
  });

  test('refuses text of a user who was last here more than two hours ago', async () => {
    await cloud.call('echo', {}, 'oCarl');
    await cloud.advance(2 * 3_600_000 + 1000);
    expect((await check('x', { openid: 'oCarl' })).failed.errCode).toBe(61010);
  });
});

test('security.mediaCheckAsync answers later with a push to the named function', async () => {
  const { ok } = await ask('security.mediaCheckAsync', {
    openid: 'oAnna',
    scene: 1,
    version: 2,
    mediaType: 2,
    mediaUrl: 'https://x.test/违规.png',
  });
  await cloud.advance(2000);
  expect(cloud.database.documents('callbacks', 10)).toContainEqual(
    expect.objectContaining({
      event: expect.objectContaining({
        MsgType: 'event',
        Event: 'wxa_media_check',
        trace_id: ok.traceId,
        result: { suggest: 'risky', label: 20006 },
      }),
    }),
  );
});

describe('subscribeMessage.send', () => {
  const send = (change: object = {}) =>
    ask('subscribeMessage.send', {
      touser: 'oAnna',
      templateId: 'tmpl1',
      page: 'pages/home/index?a=1',
      data: { thing1: { value: '开课了' } },
      ...change,
    });

  test('reaches the outbox once per consent', async () => {
    const consent = { templateIds: ['tmpl1'] };
    expect(await cloud.post('/_local/subscribe', consent, { 'x-openid': 'oAnna' })).toEqual({
      tmpl1: 'accept',
    });
    expect((await send()).ok).toMatchObject({ errCode: 0, msgid: expect.any(Number) });
    expect((await send()).failed).toMatchObject({ errCode: 43101 });
    const { subscribeMessages } = await cloud.get('/_local/outbox');
    expect(subscribeMessages).toMatchObject([
      { openid: 'oAnna', templateId: 'tmpl1', data: { thing1: { value: '开课了' } } },
    ]);
  });

  test.each([
    ['an unknown user', { touser: 'oNobody' }, 40003],
    ['no template', { templateId: '' }, 40037],
    ['a page that is not published', { page: 'pages/none/index' }, 41030],
    ['empty data', { data: { thing1: { value: '' } } }, 47003],
  ])('refuses %s', async (_what, change, errCode) => {
    expect((await send(change)).failed.errCode).toBe(errCode);
  });
});

describe('message templates of the account', () => {
  const send = async (account: TestCloud, templateId: string, values: object) => {
    const data = Object.fromEntries(
      Object.entries(values).map(([field, value]) => [field, { value }]),
    );
    const params = { touser: 'oAnna', templateId, page: '', data };
    const { result } = await account.call(
      'openapi',
      { api: 'subscribeMessage.send', params },
      'oAnna',
    );
    return result.failed?.errCode ?? 0;
  };
  const consent = (account: TestCloud, templateId: string) =>
    account.post('/_local/subscribe', { templateIds: [templateId] }, { 'x-openid': 'oAnna' });

  test('decide what users may be asked for, and which fields a message has', async () => {
    const messageTemplates = { tmpl1: { title: '付款通知', fields: ['thing1', 'amount2'] } };
    const account = await openCloud({ messageTemplates });
    expect(await account.get('/_local/subscribe?id=tmpl1')).toEqual({
      titles: { tmpl1: '付款通知' },
    });
    expect(await account.get('/_local/subscribe?id=tmpl1&id=other')).toMatchObject({
      errCode: 20001,
    });
    expect(await consent(account, 'other')).toMatchObject({ errCode: 20001 });
    await consent(account, 'tmpl1');
    expect(await send(account, 'other', { thing1: '课' })).toBe(40037);
    expect(await send(account, 'tmpl1', { thing1: '课' })).toBe(47003);
    expect(await send(account, 'tmpl1', { thing1: '课'.repeat(21), amount2: '9.90' })).toBe(47003);
    expect(await send(account, 'tmpl1', { thing1: '课', amount2: '九元' })).toBe(47003);
    expect(await send(account, 'tmpl1', { thing1: '课', amount2: '9.90' })).toBe(0);
    expect(await send(account, 'tmpl1', { thing1: '课', amount2: '9.90' })).toBe(43101);
    await account.close();
  });
});

describe('wxacode.getUnlimited', () => {
  test('answers a real image', async () => {
    const params = { scene: 'c=1', page: 'pages/home/index', width: 300 };
    const { ok } = await ask('wxacode.getUnlimited', params);
    expect(ok.contentType).toBe('image/png');
    const image = Buffer.from(ok.image as string, 'base64');
    expect(image.subarray(1, 4).toString()).toBe('PNG');
    const widthOffset = 16;
    expect(image.readUInt32BE(widthOffset)).toBe(300);
  });

  test.each([
    [{ scene: 'x'.repeat(33) }, 40169],
    [{ scene: 'a', page: '/pages/home/index' }, 41030],
  ])('refuses %j', async (params, errCode) => {
    expect((await ask('wxacode.getUnlimited', params)).failed.errCode).toBe(errCode);
  });
});

test('a function may only use the APIs that its config.json lists, and only those that exist', async () => {
  expect((await ask('wxacode.get', { path: 'x' })).failed.errCode).toBe(-604101);
  expect((await ask('customerServiceMessage.send', {})).failed.errCode).toBe(-604100);
});
