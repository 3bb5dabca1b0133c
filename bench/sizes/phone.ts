import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure } from '../figure';
import { buildPhone } from '../../scripts/build/phone';
import { minifiedBytes } from './minified';
import { filesNeededBy } from './reach';

type AppConfig = {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string }[];
};

const KILO = 1024;

/** Every package of the mini-program as it is uploaded, and what its first page needs; the main one holds what no other root does. */
export const phoneSizes = async (root: string): Promise<Figure[]> => {
  await buildPhone(root);
  const folder = join(root, 'dist/miniprogram');
  const app = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as AppConfig;
  const roots = (app.subPackages ?? []).map((part) => `${part.root}/`);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  const packageOf = (file: string) => roots.find((prefix) => file.startsWith(prefix)) ?? 'main';
  const measured = (name: string, some: readonly string[]) =>
    sizesOf(
      name,
      some.map((file) => join(folder, file)),
    );
  return [
    ...['main', ...roots].flatMap((name) =>
      measured(
        `package ${name}`,
        files.filter((file) => packageOf(file) === name),
      ),
    ),
    ...measured('all packages', files),
    ...measured('first page', filesNeededBy(folder, ['app', ...app.pages.slice(0, 1)])),
  ];
};

const kilobytes = (paths: readonly string[], bytesOf: (path: string) => number) =>
  paths.reduce((sum, path) => sum + bytesOf(path), 0) / KILO;

const sizesOf = (name: string, paths: readonly string[]): Figure[] => {
  const size = kilobytes(paths, (path) => statSync(path).size);
  const minified = kilobytes(paths, minifiedBytes);
  return [
    { name, value: size, unit: 'kB', note: `${paths.length} files` },
    { name: `${name}, minified`, value: minified, unit: 'kB' },
  ];
};
