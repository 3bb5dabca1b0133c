import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCloud, type LocalCloud } from '../../emulator';
import { localShop } from '../../scripts/localCloud';

const root = join(__dirname, '../..');
const dataDir = mkdtempSync(join(tmpdir(), 'demo-'));
let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startCloud(localShop(root, { port: 0, dataDir }));
});
afterAll(async () => {
  await cloud.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const seeding = (): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', 'scripts/seed/index.ts', 'demo', cloud.url], {
    cwd: root,
    stdio: 'ignore',
  });

const all = (collection: string) => cloud.database.documents(collection, 1000);
const sizes = () => ['users', 'courses', 'orders', 'comments'].map((name) => all(name).length);
const categories = () => (all('settings')[0] as { categories: object[] }).categories;

/** Seeds until the first course is there, and is then cut off. */
const seedAndDie = async () => {
  const child = seeding();
  while (all('courses').length === 0) await sleep(5);
  child.kill('SIGKILL');
  await once(child, 'exit');
};

const seedWhole = async () => {
  const [code] = (await once(seeding(), 'exit')) as [number];
  expect(code).toBe(0);
};

describe('the demo shop', () => {
  it('is finished when its making was cut off, and then left alone', async () => {
    await seedAndDie();
    expect(categories()).toEqual([]);

    await seedWhole();
    expect(categories().length).toBeGreaterThanOrEqual(3);
    const [users, courses = 0, orders = 0, comments] = sizes();
    expect(courses).toBeGreaterThanOrEqual(8);
    expect(orders).toBeGreaterThan(0);

    await seedWhole();
    expect(sizes()).toEqual([users, courses, orders, comments]);
  });
});
