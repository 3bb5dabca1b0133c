import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditFile } from '../scripts/audit/auditFile';
import { functionConfig } from '../scripts/build/functionConfig';
import type { Reply } from '../shared/contract';
import type { Contracts, FunctionName } from '../shared/contracts';

const root = join(__dirname, '..');

type Stats = {
  roundTrips: { byFunction: Record<string, { roundTrips: number; last: number }> };
};

/** Functions that time sets off at any moment; what they read is nobody's cost. */
const BY_THEMSELVES = readdirSync(join(root, 'cloudfunctions')).filter(
  (name) => functionConfig(root, name).triggers,
);

/** A whole shop on a local WeChat cloud of its own, in its own process, with nothing on its shelves. */
export type TestCloud = {
  readonly url: string;
  /** Someone with a phone; without an openid, someone WeChat does not name. */
  as(openid?: string): Phone;
  /** The payer and WeChat Pay together. `callbacks: 0` pays and tells nobody. */
  pay(
    orderId: string,
    options?: { action?: 'pay' | 'cancel'; callbacks?: number; delayMs?: number; amount?: number },
  ): Promise<unknown>;
  advance(ms: number): Promise<void>;
  runTimer(name: FunctionName): Promise<unknown>;
  documents<T = Record<string, unknown>>(collection: string): Promise<T[]>;
  /** Puts documents straight into the database, as the owner's seed script would. */
  insert(collection: string, ...documents: object[]): Promise<void>;
  /** What is wrong with the money in the shop by now, in words; what is still under way is left alone. */
  audit(): Promise<string[]>;
  /** Every database round trip that functions make while `work` runs; those of the regular timers are left out. */
  roundTrips(work: () => Promise<unknown>): Promise<number>;
  /** The database round trips of a function's last run. */
  lastRoundTrips(name: FunctionName): Promise<number | undefined>;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown, headers?: Record<string, string>): Promise<T>;
  /** Stops the process, with SIGKILL where told so, and starts it again on the same data. */
  restart(how?: { kill?: boolean }): Promise<void>;
  close(): Promise<void>;
};

export type Phone = {
  readonly openid: string | undefined;
  /** Calls a function as the mini-program does; a failure of the platform itself throws. */
  call<N extends FunctionName>(name: N, data?: unknown): Promise<Reply<Contracts[N]>>;
};

/** `demo` fills the shelves; `browser` builds the mini-program for a browser and serves it too. */
export type Opening = { readonly seed?: 'settings' | 'demo'; readonly browser?: boolean };

/** Opens a shop for one test file. Close it in `afterAll`. */
export const openCloud = async (opening: Opening = {}): Promise<TestCloud> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shop-'));
  let server = await startServer(dataDir, opening);

  const request = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const response = await fetch(server.url + path, init);
    const text = await response.text();
    if (!response.ok)
      throw new Error(`${init?.method ?? 'GET'} ${path} answered ${response.status}: ${text}`);
    return JSON.parse(text) as T;
  };
  const post = <T>(path: string, body: unknown, headers: Record<string, string> = {}) =>
    request<T>(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const counted = async () => (await request<Stats>('/_local/stats')).roundTrips.byFunction;
  const total = async () =>
    Object.entries(await counted())
      .filter(([name]) => !BY_THEMSELVES.includes(name))
      .reduce((sum, [, { roundTrips }]) => sum + roundTrips, 0);

  return {
    get url() {
      return server.url;
    },
    as: (openid) => phone(openid, post),
    pay: (orderId, options = {}) => post(`/_local/pay/${orderId}`, { action: 'pay', ...options }),
    advance: async (ms) => void (await post('/_local/clock', { advanceMs: ms })),
    runTimer: (name) => post(`/_local/timers/${name}`, {}),
    documents: async <T>(collection: string) =>
      (await request<{ docs: T[] }>(`/_local/db/${collection}?limit=1000`)).docs,
    insert: async (collection, ...documents) => {
      const answer = await post<{ code?: string; message?: string }>('/admin', {
        action: 'database.insertDocument',
        collectionName: collection,
        data: documents.map((document) => JSON.stringify(document)),
      });
      if (answer.code) throw new Error(answer.message);
    },
    audit: async () => {
      const { now } = await request<{ now: number }>('/_local/clock');
      const { examples } = await auditFile(join(dataDir, 'documents.db'), now);
      return examples.map(({ id, subject, found }) => `${id} ${subject}: ${found}`);
    },
    roundTrips: async (work) => {
      const before = await total();
      await work();
      return (await total()) - before;
    },
    lastRoundTrips: async (name) => (await counted())[name]?.last,
    get: request,
    post,
    restart: async ({ kill = false } = {}) => {
      await server.stop(kill ? 'SIGKILL' : 'SIGTERM');
      server = await startServer(dataDir, opening);
    },
    close: async () => {
      await server.stop('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

type Post = <T>(path: string, body: unknown, headers?: Record<string, string>) => Promise<T>;

const phone = (openid: string | undefined, post: Post): Phone => ({
  openid,
  async call(name, data = {}) {
    const answer = await post<{ result?: unknown; errMsg?: string }>(
      '/_local/call',
      { name, data },
      openid === undefined ? {} : { 'x-openid': openid },
    );
    if (!('result' in answer)) throw new Error(`${name}: ${answer.errMsg}`);
    return answer.result as never;
  },
});

const startServer = async (dataDir: string, { seed = 'settings', browser = false }: Opening) => {
  const words = ['dist/localShop.js', `--seed=${seed}`, ...(browser ? [] : ['--bare'])];
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  const stop = (signal: 'SIGTERM' | 'SIGKILL') =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  return { url, stop };
};

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /^ready (\S+)$/m.exec(printed)?.[1];
      if (address) resolve(address);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`the shop did not start (${code}): ${printed}`)));
  });

/** What a function gave; fails the test when it refused. */
export const dataOf = <T>(
  reply: { ok: true; data: T } | { ok: false; code: string; message: string },
): T => {
  if (!reply.ok) throw new Error(`refused: ${reply.code} ${reply.message}`);
  return reply.data;
};

/** The code of a refusal; `OK` when it was none. */
export const codeOf = (reply: { ok: true } | { ok: false; code: string }): string =>
  reply.ok ? 'OK' : reply.code;
