import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const PARTS = ['.js', '.json', '.wxml', '.wxss'];

/** Where a file names others: `require`, `@import`, templates and scripts of WXML. */
const MENTIONS: Readonly<Record<string, RegExp>> = {
  '.js': /require\(["']([^"']+)["']\)|from\s*["']([^"']+)["']|import\s*["']([^"']+)["']/g,
  '.wxss': /@import\s+["']([^"']+)["']/g,
  '.wxml': /<(?:import|include|wxs)\b[^>]*\bsrc=["']([^"']+)["']/g,
  '.wxs': /require\(["']([^"']+)["']\)/g,
};

/** The files that pages and components need, given without their endings; everything below `folder`. */
export const filesNeededBy = (folder: string, entries: readonly string[]): string[] => {
  const needed = new Set<string>();
  const queue = entries.flatMap((entry) => PARTS.map((part) => entry + part));
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (needed.has(file) || !existsSync(join(folder, file))) continue;
    needed.add(file);
    queue.push(...mentionedIn(folder, file));
  }
  return [...needed];
};

const mentionedIn = (folder: string, file: string): string[] => {
  const text = readFileSync(join(folder, file), 'utf8');
  if (file.endsWith('.json')) return componentsIn(folder, file, text);
  const mentions = MENTIONS[posix.extname(file)];
  if (!mentions) return [];
  return [...text.matchAll(mentions)].flatMap(([, ...names]) =>
    names.filter(Boolean).flatMap((name) => placesOf(folder, file, name)),
  );
};

type Config = { readonly usingComponents?: Readonly<Record<string, string>> };

const componentsIn = (folder: string, file: string, text: string): string[] => {
  const { usingComponents = {} } = JSON.parse(text) as Config;
  return Object.values(usingComponents).flatMap((name) =>
    PARTS.flatMap((part) => placesOf(folder, file, `${name}${part}`)),
  );
};

/** A name beside the file, from the root of the mini-program, or of an npm package. */
const placesOf = (folder: string, file: string, name: string): string[] => {
  const beside = name.startsWith('/') ? name.slice(1) : posix.join(dirname(file), name);
  const bases = [beside, posix.join('miniprogram_npm', name)];
  const forms = bases.flatMap((base) => [base, `${base}.js`, `${base}/index.js`]);
  return forms.filter((form) => /\.\w+$/.test(form) && existsSync(join(folder, form))).slice(0, 1);
};
