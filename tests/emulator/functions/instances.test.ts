import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCloud, type TestCloud } from '../cloud';

/** Answers which instance it is and how often that one was called. */
const COUNTER =
  "const id = require('node:crypto').randomUUID(); let calls = 0; exports.main = async ({ waitMs = 0 }) => { await new Promise((r) => setTimeout(r, waitMs)); return { id, calls: ++calls }; };";

let functionsDir: string;
let cloud: TestCloud;

function deploy(name: string, source: string): void {
  mkdirSync(join(functionsDir, name), { recursive: true });
  writeFileSync(join(functionsDir, name, 'index.js'), source);
}

beforeAll(async () => {
  functionsDir = mkdtempSync(join(tmpdir(), 'functions-'));
  for (const name of ['first', 'second', 'third']) deploy(name, COUNTER);
  cloud = await openCloud({
    functionsDir,
    limits: { instancesPerFunction: 2, idleInstances: 2 },
  });
});
afterAll(async () => {
  await cloud.close();
  rmSync(functionsDir, { recursive: true, force: true });
});

test('calls beyond the limit of instances wait for their turn', async () => {
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => cloud.call('first', { waitMs: 20 })),
  );
  const ids = new Set(answers.map(({ result }) => result.id as string));
  expect(ids.size).toBe(2);
});

test('idle instances of all functions together are few: the one used longest ago goes', async () => {
  const before = (await cloud.call('first')).result.id as string;
  await cloud.call('second');
  await cloud.call('third');
  expect((await cloud.call('first')).result.id).not.toBe(before);
});

test('a function that is built again is used at once', async () => {
  await cloud.call('second');
  deploy('second', "exports.main = () => 'rebuilt';");
  const later = new Date(Date.now() + 5000);
  utimesSync(join(functionsDir, 'second', 'index.js'), later, later);
  expect((await cloud.call('second')).result).toBe('rebuilt');
});
