import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { transformSync } from 'esbuild';

const squeezed = (text: string) => text.replace(/<!--[\s\S]*?-->/g, '').replace(/>\s+</g, '><');

/** What WeChat's upload does to a file, as near as can be done outside it. */
const MINIFIERS: Readonly<Record<string, (text: string) => string>> = {
  '.js': (text) => transformSync(text, { minify: true, loader: 'js' }).code,
  '.wxs': (text) => transformSync(text, { minify: true, loader: 'js' }).code,
  '.wxss': (text) => transformSync(text, { minify: true, loader: 'css', logLevel: 'silent' }).code,
  '.wxml': squeezed,
  '.json': (text) => JSON.stringify(JSON.parse(text)),
};

/** Bytes of a file once it is minified; of a file that cannot be, its own. */
export const minifiedBytes = (path: string): number => {
  const content = readFileSync(path);
  const minify = MINIFIERS[extname(path)];
  return minify ? Buffer.byteLength(minify(content.toString())) : content.length;
};
