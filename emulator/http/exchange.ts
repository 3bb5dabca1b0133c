import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';

/** A request as routes see it. */
export interface Exchange {
  method: string;
  path: string;
  query: URLSearchParams;
  /** The `:name` parts of the route's path, decoded; `*` is the rest. */
  params: Record<string, string>;
  headers: IncomingHttpHeaders;
  stream: IncomingMessage;
}

/** What a route answers. */
export interface Reply {
  status: number;
  headers?: Record<string, string | number>;
  body?: string | Buffer | Readable;
}

/** One entry of a route table. `path` may hold `:name` parts and end in `*`; `GET` also serves `HEAD`. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  handle(exchange: Exchange): Promise<Reply> | Reply;
}

/** A refusal a route may throw: becomes `{error}` with that status. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'HttpError';
  }
}

const BODY_LIMIT_BYTES = 64 * 1024 * 1024;

/** The whole body; HttpError 413 when it is larger than anything this cloud accepts. */
export async function readBody(exchange: Exchange): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of exchange.stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT_BYTES) throw new HttpError(413, 'request body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The body as a JSON object; an empty body is `{}`; HttpError 400 for anything else. */
export async function readJson(exchange: Exchange): Promise<Record<string, unknown>> {
  const text = (await readBody(exchange)).toString('utf8');
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // answered below like any other body that is not an object
  }
  throw new HttpError(400, 'the body must be a JSON object');
}

/** A JSON answer. */
export function json(value: unknown, status = 200): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}
