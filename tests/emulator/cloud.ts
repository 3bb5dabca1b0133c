import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud, type CloudOptions, type LocalCloud } from '../../emulator';

/** Cold starts of several functions take seconds on a busy machine. */
jest.setTimeout(60_000);

const COLLECTIONS = ['notes', 'callbacks', 'refusals', 'ticks'];

/** A cloud with the fixture functions in a folder of its own, and a way to act as its phones. */
export interface TestCloud extends LocalCloud {
  dataDir: string;
  /** Calls a function as a phone does; without an openid as a visitor. */
  call(name: string, data?: object, openid?: string): Promise<CallAnswer>;
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Json>;
  get(path: string): Promise<Json>;
}

export interface CallAnswer {
  result?: Json;
  errCode?: number;
  errMsg?: string;
  requestID?: string;
}

/** JSON as it came; tests know what they asked for. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of many shapes, asserted field by field
export type Json = any;

/** Starts a cloud for one test file; `change` overrides its options. */
export async function openCloud(change: Partial<CloudOptions> = {}): Promise<TestCloud> {
  const dataDir = change.dataDir ?? mkdtempSync(join(tmpdir(), 'cloud-'));
  const cloud = await startCloud({
    port: 0,
    dataDir,
    functionsDir: join(__dirname, 'fixtures', 'functions'),
    collections: Object.fromEntries(COLLECTIONS.map((name) => [name, { indexes: [] }])),
    rules: { storage: { prefixes: {} }, functions: { '*': { invoke: true } } },
    ...change,
  });
  return {
    ...cloud,
    dataDir,
    call: (name, data = {}, openid) =>
      post(cloud.url, '/_local/call', { name, data }, openid ? { 'x-openid': openid } : {}),
    post: (path, body = {}, headers = {}) => post(cloud.url, path, body, headers),
    get: async (path) => (await fetch(cloud.url + path)).json() as Promise<Json>,
    close: async () => {
      await cloud.close();
      if (change.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function post(
  url: string,
  path: string,
  body: object,
  headers: Record<string, string>,
): Promise<Json> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return response.json() as Promise<Json>;
}
