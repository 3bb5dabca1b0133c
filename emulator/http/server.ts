import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { CloudError } from '../cloudError';
import { HttpError, json, type Exchange, type Reply, type Route } from './exchange';
import { refusal } from './guard';

/** A server that listens, and how to end it. */
export interface HttpServer {
  port: number;
  close(): Promise<void>;
}

/** Longer than the SDK's agent keeps a connection, or its next request could meet a closing one. */
const KEEP_ALIVE_MS = 65_000;

/** Keeps pages from being framed by other sites, and answers from being cached. */
const COMMON_HEADERS = { 'x-frame-options': 'SAMEORIGIN', 'cache-control': 'no-cache' };

/** Serves a table of routes on 127.0.0.1; the first route that fits a request answers it. */
export async function serve(routes: Route[], port: number): Promise<HttpServer> {
  const matchers = routes.map((route) => ({ route, pattern: patternOf(route.path) }));
  const find = (method: string, path: string) => {
    for (const { route, pattern } of matchers) {
      const match = pattern.exec(path);
      const fits = route.method === method || (route.method === 'GET' && method === 'HEAD');
      if (match && fits) return { route, params: decodeParams(match.groups ?? {}) };
    }
    return undefined;
  };
  const server = createServer((request, response) => {
    void respond(request, response, find);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

type Find = (
  method: string,
  path: string,
) => { route: Route; params: Record<string, string> } | undefined;

async function respond(request: IncomingMessage, response: ServerResponse, find: Find) {
  const reply = await answer(request, find).catch(failureReply);
  response.writeHead(reply.status, { ...COMMON_HEADERS, ...reply.headers });
  if (request.method === 'HEAD' || reply.body === undefined) response.end();
  else if (reply.body instanceof Readable)
    await pipeline(reply.body, response).catch(() => undefined);
  else response.end(reply.body);
  // An answer given before the body was read would leave the rest of it in the connection.
  request.resume();
}

async function answer(request: IncomingMessage, find: Find): Promise<Reply> {
  const refused = refusal(request);
  if (refused) return json({ error: refused }, 403);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const found = find(request.method ?? 'GET', url.pathname);
  if (!found) return json({ error: `nothing at ${String(request.method)} ${url.pathname}` }, 404);
  const exchange: Exchange = {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    params: found.params,
    headers: request.headers,
    stream: request,
  };
  return found.route.handle(exchange);
}

/** What is wrong with a request is said to whoever sent it; what is wrong here, to whoever runs this cloud. */
function failureReply(error: unknown): Reply {
  if (error instanceof HttpError) return json({ error: error.message }, error.status);
  if (error instanceof CloudError) return json({ error: error.message }, 400);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`emulator: ${text}\n`);
  return json({ error: 'the local cloud failed; its own output says why' }, 500);
}

function patternOf(path: string): RegExp {
  const source = path
    .replace(/[.]/g, '\\.')
    .replace(/:(\w+)/g, '(?<$1>[^/]+)')
    .replace(/\*$/, '(?<rest>.*)');
  return new RegExp(`^${source}$`);
}

function decodeParams(groups: Record<string, string>): Record<string, string> {
  try {
    return Object.fromEntries(
      Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    throw new HttpError(400, 'the address is not properly encoded');
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
