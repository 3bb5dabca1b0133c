import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudError } from '../../../../emulator/cloudError';
import type { DatabaseOptions, DocumentDatabase } from '../../../../emulator/database';
import { openInMemory } from '../memory';
import type { CloudDatabase, Environment, Wrap } from './cloudDatabase';

const TRANSACTION_LIFE_MS = 1500;
const LOCK_WAIT_MS = 1000;
const CLOUD_TRANSACTION_LIFE_MS = 30_000;

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
}

async function answer(database: DocumentDatabase, body: Record<string, unknown>): Promise<object> {
  const requestId = String(Date.now());
  try {
    return { requestId, ...(await database.handle(String(body['action']), body)) };
  } catch (error) {
    const { code, message } = error as CloudError;
    return { requestId, code, message };
  }
}

/** A server that answers nothing but database actions at POST /admin. */
function serve(database: DocumentDatabase): Promise<Server> {
  const server = createServer((request, response) => {
    void bodyOf(request)
      .then((body) => answer(database, body))
      .then((content) => {
        response.setHeader('content-type', 'application/json; charset=utf-8');
        response.end(JSON.stringify(content));
      });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}

/** What the platform puts into a function's environment (cloud-protocol 1.4). */
function pointSdkAt(server: Server): void {
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local-env',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `http://127.0.0.1:${port}/admin` }),
  });
}

/** Opens a database through an SDK: the SDK's own object, made once the environment is set. */
export type Connect = (env: string | undefined) => CloudDatabase;

async function openLocal(
  connect: Connect,
  wrap: Wrap,
  collections: DatabaseOptions['collections'],
): Promise<Environment> {
  const database = openInMemory({
    collections,
    transactionLifeMs: TRANSACTION_LIFE_MS,
    lockWaitMs: LOCK_WAIT_MS,
  });
  const server = await serve(database);
  pointSdkAt(server);
  return {
    database: connect(undefined),
    wrap,
    transactionLifeMs: TRANSACTION_LIFE_MS,
    lockWaitMs: LOCK_WAIT_MS,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      database.close();
    },
  };
}

function openReal(connect: Connect, wrap: Wrap, env: string): Environment {
  return {
    database: connect(env),
    wrap,
    transactionLifeMs: CLOUD_TRANSACTION_LIFE_MS,
    lockWaitMs: undefined,
    close: () => Promise.resolve(),
  };
}

/** The real environment when `CLOUD_ENV` and credentials are set, else a database in memory behind a local port. */
export async function openEnvironment(
  connect: Connect,
  wrap: Wrap,
  collections: DatabaseOptions['collections'] = {},
): Promise<Environment> {
  const { CLOUD_ENV: env, TENCENTCLOUD_SECRETID: id, TENCENTCLOUD_SECRETKEY: key } = process.env;
  return env && id && key ? openReal(connect, wrap, env) : openLocal(connect, wrap, collections);
}
