import { createReadStream } from 'node:fs';
import http, { type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { isFile } from './build/files';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
};

/** Answers a request the static site does not cover, e.g. `/_local/call`; returns false to leave it. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Serves a built mini-program on 127.0.0.1 without a cloud behind it, for tests and for looking at pages. */
export function serveBuiltApp(outDir: string, port: number, handle?: Handler): Promise<Server> {
  const server = http.createServer((request, response) => {
    if (!handle?.(request, response)) sendFile(outDir, request, response);
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

function sendFile(outDir: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const name = pathname === '/' ? 'index.html' : decodeURIComponent(pathname);
  const file = path.join(outDir, path.normalize(`/${name}`));
  if (!isFile(file)) {
    response.writeHead(404).end('not found');
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'text/plain' });
  createReadStream(file).pipe(response);
}
