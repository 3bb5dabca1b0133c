import { request } from 'node:http';
import { openCloud, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

/** `fetch` may not set these headers, so this asks by hand. */
function statusOf(path: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(cloud.url + path, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('what is wrong with a request is said without a stack', async () => {
  const response = await fetch(`${cloud.url}/_local/storage/upload?path=../x`, { method: 'POST' });
  expect({ status: response.status, body: await response.json() }).toEqual({
    status: 400,
    body: { error: 'bad cloud path: ../x' },
  });
});

test('says it is healthy', async () => {
  expect(await cloud.get('/healthz')).toEqual({ ok: true });
});

test('is not healthy before the application says it is ready', async () => {
  let isReady = false;
  const seeding = await openCloud({ isReady: () => isReady });
  const status = async () => (await fetch(`${seeding.url}/healthz`)).status;
  expect(await status()).toBe(503);
  isReady = true;
  expect(await status()).toBe(200);
  await seeding.close();
});

describe('a request', () => {
  const port = () => new URL(cloud.url).port;

  test.each([
    ['from another site', () => ({ origin: 'https://evil.test' })],
    ['from another port of this machine', () => ({ origin: 'http://127.0.0.1:1' })],
    ['from a page without an origin', () => ({ origin: 'null' })],
    ['that a browser marks as cross-site', () => ({ 'sec-fetch-site': 'cross-site' })],
    ['for a name that only resolves to this machine', () => ({ host: `evil.test:${port()}` })],
  ])('%s is refused', async (_what, headers) => {
    expect(await statusOf('/_local/db', headers())).toBe(403);
    expect(await statusOf('/_local/clock', headers(), 'POST')).toBe(403);
    expect(await statusOf('/admin', headers(), 'POST')).toBe(403);
  });

  test('of its own page and of a program without an origin is served', async () => {
    expect(await statusOf('/_local/db', { origin: cloud.url })).toBe(200);
    expect(await statusOf('/_local/db', { host: `localhost:${port()}` })).toBe(200);
    expect(await statusOf('/_local/db', {})).toBe(200);
  });

  test('to nowhere is answered with 404', async () => {
    expect(await statusOf('/nowhere', {})).toBe(404);
  });
});
