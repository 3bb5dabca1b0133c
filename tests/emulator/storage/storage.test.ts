import { openCloud, type Json, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud({
    rules: {
      functions: { '*': { invoke: true } },
      storage: {
        prefixes: {
          '': { read: false, write: false },
          'public/': { read: true, write: false },
          'own/': { read: true, write: 'resource.openid == auth.openid' },
          'uploads/': { read: 'resource.openid == auth.openid', write: 'auth != null' },
        },
      },
    },
  });
});
afterAll(() => cloud.close());

async function files(action: string, params: object): Promise<Json> {
  return (await cloud.call('files', { action, ...params })).result;
}

async function uploaded(path: string, text: string): Promise<string> {
  return (await files('upload', { path, text })).ok.fileID as string;
}

async function link(fileID: string, maxAge = 60): Promise<string> {
  const { ok } = await files('urls', { fileList: [{ fileID, maxAge }] });
  return encodeURI(ok.fileList[0].tempFileURL as string);
}

describe('a function', () => {
  test('reads back what it uploaded, whatever the name', async () => {
    const fileID = await uploaded('covers/测试 1.txt', 'hello 你好');
    expect(fileID).toBe('cloud://local-env.6c6f-local-env-1250000000/covers/测试 1.txt');
    expect(await files('download', { fileID })).toEqual({ ok: 'hello 你好' });
  });

  test('removes files, once', async () => {
    const fileID = await uploaded('a/gone.txt', 'x');
    const statuses = async () =>
      (await files('remove', { fileList: [fileID] })).ok.fileList[0].status;
    expect(await statuses()).toBe(0);
    expect(await statuses()).toBe(-503003);
    expect((await files('download', { fileID })).failed.code).toBe('STORAGE_FILE_NONEXIST');
  });

  test('gets a status for each file it asks for, and at most 50 of them', async () => {
    const fileID = await uploaded('a/known.txt', 'x');
    const { ok } = await files('urls', { fileList: [fileID, 'cloud://other.env/none'] });
    expect(ok.fileList).toMatchObject([{ status: 0, maxAge: 86400 }, { status: -503003 }]);
    const many = Array.from({ length: 51 }, () => fileID);
    expect(await files('urls', { fileList: many })).toHaveProperty('failed');
  });
});

describe('a link', () => {
  test('serves the whole file with its type, and parts of it on demand', async () => {
    const url = await link(await uploaded('media/clip.mp4', '0123456789'));
    const whole = await fetch(url);
    expect(whole.headers.get('content-type')).toBe('video/mp4');
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    expect(await whole.text()).toBe('0123456789');
    const parts = await Promise.all(
      ['bytes=2-4', 'bytes=7-', 'bytes=-2', 'bytes=5-99'].map(async (range) => {
        const part = await fetch(url, { headers: { range } });
        return [part.status, part.headers.get('content-range'), await part.text()];
      }),
    );
    expect(parts).toEqual([
      [206, 'bytes 2-4/10', '234'],
      [206, 'bytes 7-9/10', '789'],
      [206, 'bytes 8-9/10', '89'],
      [206, 'bytes 5-9/10', '56789'],
    ]);
    expect((await fetch(url, { headers: { range: 'bytes=10-' } })).status).toBe(416);
  });

  test('works for its own file and time only', async () => {
    const url = await link(await uploaded('media/own.mp3', 'x'), 60);
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url.replace('own.mp3', 'clip.mp4'))).status).toBe(403);
    expect((await fetch(url.replace(/e=\d+/, 'e=9999999999'))).status).toBe(403);
    expect((await fetch(url.split('?')[0]!)).status).toBe(403);
    await cloud.advance(61_000);
    expect((await fetch(url)).status).toBe(403);
  });

  test('is not needed for what everybody may read', async () => {
    const fileID = await uploaded('public/cover.png', 'x');
    expect((await fetch(`${cloud.url}/cos/public/cover.png`)).status).toBe(200);
    const shown = await fetch(
      `${cloud.url}/_local/storage/public?fileID=${encodeURIComponent(fileID)}`,
    );
    expect(shown.headers.get('content-type')).toBe('image/png');
    const hidden = await uploaded('media/hidden.png', 'x');
    const refused = await fetch(
      `${cloud.url}/_local/storage/public?fileID=${encodeURIComponent(hidden)}`,
    );
    expect(refused.status).toBe(403);
  });
});

describe('a phone', () => {
  const upload = async (path: string, openid?: string): Promise<Json> => {
    const response = await fetch(
      `${cloud.url}/_local/storage/upload?path=${encodeURIComponent(path)}`,
      {
        method: 'POST',
        body: 'bytes',
        headers: openid ? { 'x-openid': openid } : {},
      },
    );
    return response.json();
  };

  test('uploads only where the rules let it', async () => {
    expect(await upload('uploads/a.png', 'oAnna')).toMatchObject({ statusCode: 200 });
    expect(await upload('uploads/b.png')).toMatchObject({ errCode: -503002 });
    expect(await upload('public/c.png', 'oAnna')).toMatchObject({ errCode: -503002 });
    expect(await upload('elsewhere/d.png', 'oAnna')).toMatchObject({ errCode: -503002 });
  });

  test('replaces its own files, but nobody else’s and none that a function wrote', async () => {
    await uploaded('own/by-function.png', 'x');
    expect(await upload('own/by-function.png', 'oAnna')).toMatchObject({ errCode: -503002 });
    expect(await upload('own/avatar.png', 'oAnna')).toMatchObject({ statusCode: 200 });
    expect(await upload('own/avatar.png', 'oAnna')).toMatchObject({ statusCode: 200 });
    expect(await upload('own/avatar.png', 'oBob')).toMatchObject({ errCode: -503002 });
  });

  test('gets links only to what it may read', async () => {
    const { fileID } = await upload('uploads/mine.png', 'oAnna');
    const status = async (openid: string) => {
      const body = { fileList: [fileID] };
      const answer = await cloud.post('/_local/storage/temp-urls', body, { 'x-openid': openid });
      return answer.fileList[0].status as number;
    };
    expect(await status('oAnna')).toBe(0);
    expect(await status('oBob')).toBe(-503002);
  });
});

test('an uploaded page cannot run scripts on this cloud', async () => {
  await uploaded('public/evil.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const { headers } = await fetch(`${cloud.url}/cos/public/evil.svg`);
  expect(headers.get('content-security-policy')).toBe('sandbox');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('nobody uploads by address without what getUploadMetadata gave out', async () => {
  const response = await fetch(`${cloud.url}/cos/public/evil.png`, { method: 'PUT', body: 'x' });
  expect(response.status).toBe(403);
});
