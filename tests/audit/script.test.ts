import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type CollectionDefinition } from '../../emulator/database';
import { INVARIANT_IDS } from '../../shared/audit/invariants';
import { aShop, found, NOW } from './shop';

const root = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const collections = JSON.parse(
  readFileSync(join(root, 'cloud/collections.json'), 'utf8'),
) as Record<string, CollectionDefinition>;

const keep = async (name: string, shop: ReturnType<typeof aShop>): Promise<string> => {
  const dataDir = mkdtempSync(join(folder, name));
  const file = join(dataDir, 'documents.db');
  const database = openDatabase({ file, clock: { now: () => NOW }, collections });
  const users = shop.users.map((user) => ({ ...user, openids: [user._id] }));
  const { orders, refunds, journal, seatPools } = shop;
  const all = { orders, refunds, journal, seatPools, users };
  for (const [collection, docs] of Object.entries(all)) await database.insert(collection, docs);
  database.close();
  return dataDir;
};

const runAudit = (dataDir: string): Promise<{ code: number; printed: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATA_DIR: dataDir };
    const words = ['--import', 'tsx', 'scripts/audit.ts'];
    execFile(process.execPath, words, { cwd: root, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), printed: stdout + stderr }),
    );
  });

describe('npm run audit', () => {
  it('prints every invariant with its count, and fails where there is a violation', async () => {
    const shop = aShop();
    found(shop.orders, 'ord_bought').payable = found(shop.orders, 'ord_partly').refunded;
    const { code, printed } = await runAudit(await keep('spoilt', shop));
    expect(code).toBe(1);
    for (const id of INVARIANT_IDS) expect(printed).toMatch(new RegExp(`^${id} `, 'm'));
    expect(printed).toMatch(/^INV25 +1 /m);
    expect(printed).toContain('ord_bought: list price less discounts is 10001 instead of');
  });

  it('says so where there are no data', async () => {
    const { code, printed } = await runAudit(join(folder, 'nowhere'));
    expect({ code, printed }).toEqual({
      code: 1,
      printed: expect.stringContaining('start the shop first') as string,
    });
  });
});
