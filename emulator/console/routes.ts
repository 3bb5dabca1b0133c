import { buildSync } from 'esbuild';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply, Route } from '../http/exchange';

const FOLDER = join(__dirname, 'page');

/** Scripts come from this cloud alone, and no other page may frame it. */
const PAGE_POLICY = "default-src 'self'; img-src 'self' data:; frame-ancestors 'self'";

/** The console page at `/_local/`. */
export function consoleRoutes(): Route[] {
  return [
    {
      method: 'GET',
      path: '/_local',
      handle: () => ({ status: 302, headers: { location: '/_local/' } }),
    },
    { method: 'GET', path: '/_local/', handle: () => file('index.html', 'text/html') },
    { method: 'GET', path: '/_local/console.css', handle: () => file('console.css', 'text/css') },
    { method: 'GET', path: '/_local/console.js', handle: () => text(script(), 'text/javascript') },
  ];
}

let built: string | undefined;

/** The page's program, built from its sources when it is first asked for. */
function script(): string {
  built ??= buildSync({
    entryPoints: [join(FOLDER, 'main.ts')],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  })
    .outputFiles.map((output) => output.text)
    .join('');
  return built;
}

function file(name: string, type: string): Reply {
  return text(readFileSync(join(FOLDER, name), 'utf8'), type);
}

function text(body: string, type: string): Reply {
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': PAGE_POLICY,
  };
  return { status: 200, headers, body };
}
