import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { contentTypeOf } from '../storage/contentType';
import { parseRange } from '../storage/range';
import { HttpError, type Exchange, type Reply, type Route } from './exchange';

/** Serves folders as they are; earlier ones win, `/` is the first `index.html`, or the console where there is none. */
export function staticRoutes(folders: string[]): Route[] {
  return [{ method: 'GET', path: '/*', handle: (exchange) => serveFile(exchange, folders) }];
}

async function serveFile(exchange: Exchange, folders: string[]): Promise<Reply> {
  const rest = exchange.params['rest'] ?? '';
  const wanted = rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest;
  for (const folder of folders) {
    const found = await findFile(folder, wanted);
    if (found) return fileReply(found, exchange);
  }
  if (rest === '') return { status: 302, headers: { location: '/_local/' } };
  throw new HttpError(404, `no file ${exchange.path}`);
}

interface FoundFile {
  file: string;
  size: number;
  tag: string;
}

async function findFile(folder: string, wanted: string): Promise<FoundFile | undefined> {
  const root = normalize(folder + sep);
  const file = join(root, wanted);
  if (!file.startsWith(root)) return undefined;
  const status = await stat(file).catch(() => undefined);
  if (!status?.isFile()) return undefined;
  return {
    file,
    size: status.size,
    tag: `"${status.size.toString(36)}-${status.mtimeMs.toString(36)}"`,
  };
}

function fileReply({ file, size, tag }: FoundFile, { headers }: Exchange): Reply {
  if (headers['if-none-match'] === tag) return { status: 304 };
  const common = { 'content-type': contentTypeOf(file), etag: tag, 'accept-ranges': 'bytes' };
  const range = parseRange(headers.range, size);
  if (range === 'unsatisfiable') return { status: 416 };
  const span = range ?? { start: 0, end: Math.max(0, size - 1) };
  const reply = {
    status: range ? 206 : 200,
    headers: {
      ...common,
      'content-length': size === 0 ? 0 : span.end - span.start + 1,
      ...(range && {
        'content-range': `bytes ${String(span.start)}-${String(span.end)}/${String(size)}`,
      }),
    },
  };
  return size === 0 ? reply : { ...reply, body: createReadStream(file, span) };
}
