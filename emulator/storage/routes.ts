import { Readable } from 'node:stream';
import type { Exchange, Reply, Route } from '../http/exchange';
import { contentTypeOf } from './contentType';
import type { StoredFile } from './files';
import { parseRange } from './range';
import type { CloudStorage } from './storage';

/** An uploaded page must not act on this cloud, whose origin it is served from. */
const MAY_RUN_SCRIPTS = /html|svg|xml/;

/** The bucket's own addresses: `PUT` by the SDK, `GET` by anybody with a link. */
export function storageRoutes(storage: CloudStorage): Route[] {
  return [
    { method: 'PUT', path: '/cos/*', handle: (exchange) => put(exchange, storage) },
    { method: 'GET', path: '/cos/*', handle: (exchange) => get(exchange, storage) },
  ];
}

async function put(exchange: Exchange, storage: CloudStorage): Promise<Reply> {
  const path = exchange.params['rest'] ?? '';
  const { authorization = '' } = exchange.headers;
  if (!storage.mayUpload(path, authorization)) return refuse(403, 'SignatureDoesNotMatch');
  await storage.files.write(path, exchange.stream);
  return { status: 200 };
}

function get(exchange: Exchange, storage: CloudStorage): Reply {
  const path = exchange.params['rest'] ?? '';
  const link = {
    signature: exchange.query.get('sign') ?? '',
    expires: Number(exchange.query.get('e') ?? 0),
  };
  if (!storage.mayDownload(path, link)) return refuse(403, 'AccessDenied');
  const file = storage.files.find(path);
  if (!file) return refuse(404, 'NoSuchKey');
  return fileReply(file, exchange, storage);
}

function fileReply(file: StoredFile, exchange: Exchange, storage: CloudStorage): Reply {
  const type = contentTypeOf(file.path);
  const headers = {
    'content-type': type,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    ...(MAY_RUN_SCRIPTS.test(type) && { 'content-security-policy': 'sandbox' }),
  };
  const range = parseRange(exchange.headers.range, file.size);
  if (range === 'unsatisfiable') {
    const refused = refuse(416, 'InvalidRange');
    return {
      ...refused,
      headers: { ...refused.headers, 'content-range': `bytes */${String(file.size)}` },
    };
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  const body = file.size === 0 ? Readable.from([]) : storage.files.read(file.path, start, end);
  const length = { ...headers, 'content-length': end - start + 1 };
  if (!range) return { status: 200, headers: length, body };
  const contentRange = `bytes ${String(start)}-${String(end)}/${String(file.size)}`;
  return { status: 206, headers: { ...length, 'content-range': contentRange }, body };
}

function refuse(status: number, code: string): Reply {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>`,
  };
}
