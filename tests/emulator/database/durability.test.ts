import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MovableClock } from '../../../emulator/clock';
import { type DocumentDatabase, openDatabase } from '../../../emulator/database';
import { rowsOf } from './memory';
import { COLLECTIONS, type Acknowledged } from './writer';

const ROUNDS = [1, 2, 3];
const ACKNOWLEDGED_BEFORE_KILL = 60;

/** Starts a writing process, kills it the hard way while it writes, and tells what it had acknowledged. */
function writeUntilKilled(file: string, round: number): Promise<Acknowledged[]> {
  return new Promise((resolve, reject) => {
    const acknowledged: Acknowledged[] = [];
    const writer = fork(join(__dirname, 'writer.ts'), [file, String(round)], {
      execArgv: ['--import', 'tsx'],
    });
    writer.on('message', (message: Acknowledged) => {
      acknowledged.push(message);
      if (acknowledged.length === ACKNOWLEDGED_BEFORE_KILL) writer.kill('SIGKILL');
    });
    writer.on('error', reject);
    writer.on('exit', () => resolve(acknowledged));
  });
}

async function expectKept(database: DocumentDatabase, { id, total }: Acknowledged): Promise<void> {
  const [byId] = await rowsOf(database, 'facts', { query: { _id: id } });
  expect(byId).toMatchObject({ _id: id, total });
  expect(await rowsOf(database, 'facts', { query: { key: `key-${id}` } })).toHaveLength(1);
  const [pair] = await rowsOf(database, 'pairs', { query: { _id: id } });
  expect(pair).toMatchObject({ total });
}

async function survivesOneKill(file: string, round: number): Promise<void> {
  const acknowledged = await writeUntilKilled(file, round);
  expect(acknowledged.length).toBeGreaterThanOrEqual(ACKNOWLEDGED_BEFORE_KILL);
  const database = openDatabase({ file, clock: new MovableClock(), collections: COLLECTIONS });
  for (const fact of acknowledged) await expectKept(database, fact);
  const [facts, pairs] = database.collections().map(({ count }) => count);
  expect(facts).toBe(pairs);
  database.close();
}

describe('a process killed while it writes', () => {
  const directory = mkdtempSync(join(tmpdir(), 'durable-'));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  test.each(ROUNDS)(
    'loses nothing it had acknowledged, and no half of a transaction (D4), round %i',
    (round) => survivesOneKill(join(directory, 'cloud.db'), round),
    30_000,
  );
});
