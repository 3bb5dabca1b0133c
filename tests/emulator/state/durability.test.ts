import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCloud, type Json } from '../cloud';

const root = join(__dirname, '..', '..', '..');

/** A cloud in a process of its own, so that it can be killed without warning. */
async function spawnCloud(dataDir: string): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(__dirname, 'cloudProcess.ts'), dataDir],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: line.toString().trim(), process: child };
}

async function post(url: string, body: object, openid = 'oAnna'): Promise<Json> {
  const headers = { 'x-openid': openid };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return response.json();
}

test('what was acknowledged survives kill -9: a payment, a document, a file, the clock, a callback to come', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cloud-'));
  const { url, process: victim } = await spawnCloud(dataDir);
  const call = (name: string, data: object) => post(`${url}/_local/call`, { name, data });
  await call('pay', { api: 'unifiedOrder', params: { outTradeNo: 'order_1', totalFee: 5 } });
  await call('notes', { action: 'add', data: { _id: 'kept' } });
  const upload = await call('files', { action: 'upload', path: 'a/b.txt', text: 'kept' });
  await post(`${url}/_local/clock`, { advanceMs: 3_600_000 });
  await post(`${url}/_local/pay/order_1`, { action: 'pay', delayMs: 60_000 });
  victim.kill('SIGKILL');
  await once(victim, 'exit');

  const cloud = await openCloud({ dataDir });
  try {
    const query = { api: 'queryOrder', params: { outTradeNo: 'order_1' } };
    expect((await cloud.call('pay', query)).result.ok).toMatchObject({ tradeState: 'SUCCESS' });
    expect((await cloud.call('notes', { action: 'list' })).result.ok).toEqual([{ _id: 'kept' }]);
    const { fileID } = upload.result.ok;
    const download = await cloud.call('files', { action: 'download', fileID });
    expect(download.result.ok).toBe('kept');
    expect((await cloud.get('/_local/clock')).aheadMs).toBeGreaterThanOrEqual(3_600_000);
    await cloud.advance(61_000);
    expect(cloud.database.documents('callbacks', 10)).toHaveLength(1);
  } finally {
    await cloud.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
