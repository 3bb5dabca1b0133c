import { openCloud, type TestCloud } from '../cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await openCloud();
});
afterAll(() => cloud.close());

test('the console is one page with its own style and program', async () => {
  const page = await fetch(`${cloud.url}/_local/`);
  const html = await page.text();
  const assets = [...html.matchAll(/(?:href|src)="(\/_local\/[^"]+)"/g)].map(([, path]) => path);
  expect(assets).toEqual(['/_local/console.css', '/_local/console.js']);
  for (const path of assets) {
    const asset = await fetch(cloud.url + String(path));
    expect(asset.status).toBe(200);
    expect((await asset.text()).length).toBeGreaterThan(1000);
  }
});

test('no other page may frame the console, and only its own scripts run in it', async () => {
  const { headers } = await fetch(`${cloud.url}/_local/`);
  expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
});

test('a cloud without a mini-program leads its visitors to the console', async () => {
  expect((await fetch(cloud.url)).url).toBe(`${cloud.url}/_local/`);
});
