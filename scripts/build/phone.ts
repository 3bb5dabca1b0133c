import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix, relative } from 'node:path';
import { build } from 'esbuild';

/**
 * Builds `dist/miniprogram/`, which WeChat DevTools opens: every script transpiled file for file, the `shared/`
 * modules that pages reach moved inside, and of TDesign only the components that are used.
 */
export const buildPhone = async (root: string): Promise<void> => {
  const source = join(root, 'miniprogram');
  const target = join(root, 'dist/miniprogram');
  await rm(target, { recursive: true, force: true });
  const files = await filesBelow(source);
  await Promise.all(
    files
      .filter((file) => !/\.ts$|tsconfig\.json$/.test(file))
      .map((file) => copy(source, target, file)),
  );
  const scripts = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  await transpile({ root, source, target, scripts });
  await copyTDesign({ root, source, target, files });
};

const copy = async (source: string, target: string, file: string) => {
  await mkdir(dirname(join(target, file)), { recursive: true });
  await cp(join(source, file), join(target, file));
};

const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split('\\').join('/'));
};

type Tree = { root: string; source: string; target: string };

/** One output for each script, so that stack traces name real files; imports of `shared/` lead to `shared/` inside. */
const transpile = async ({
  root,
  source,
  target,
  scripts,
}: Tree & { scripts: readonly string[] }) => {
  const shared = await sharedModules(root, source, scripts);
  const options = {
    format: 'cjs',
    target: 'es2020',
    platform: 'neutral',
    logLevel: 'error',
  } as const;
  await build({
    ...options,
    entryPoints: scripts.map((file) => join(source, file)),
    outdir: target,
    outbase: source,
  });
  await build({
    ...options,
    entryPoints: shared.map((file) => join(root, 'shared', file)),
    outdir: join(target, 'shared'),
    outbase: join(root, 'shared'),
  });
  await Promise.all(
    scripts.map((file) => pointToSharedInside(target, file.replace(/\.ts$/, '.js'))),
  );
};

/** The `shared/` modules that pages reach by value; a contract among them is an error, for it would bring zod along. */
const sharedModules = async (root: string, source: string, scripts: readonly string[]) => {
  const { metafile } = await build({
    entryPoints: scripts.map((file) => join(source, file)),
    bundle: true,
    write: false,
    outdir: join(root, 'dist/unused'),
    metafile: true,
    absWorkingDir: root,
    external: ['tdesign-miniprogram/*'],
    logLevel: 'error',
  });
  const reached = Object.keys(metafile.inputs);
  const foreign = reached.filter((file) => !/^(miniprogram|shared)\//.test(file));
  if (foreign.length > 0) throw new Error(`the phone must not carry: ${foreign.join(', ')}`);
  return reached
    .filter((file) => file.startsWith('shared/'))
    .map((file) => file.slice('shared/'.length));
};

const pointToSharedInside = async (target: string, file: string) => {
  const path = join(target, file);
  const code = await readFile(path, 'utf8');
  const up = posix.relative(posix.dirname(file), '.') || '.';
  const moved = code.replace(
    /require\("(?:\.\.\/)+shared\//g,
    `require("${up.startsWith('.') ? up : `./${up}`}/shared/`,
  );
  if (moved !== code) await writeFile(path, moved);
};

const TDESIGN = 'tdesign-miniprogram';

/** Copies the TDesign components that any `usingComponents` names, and what these use and require in turn. */
const copyTDesign = async ({
  root,
  source,
  target,
  files,
}: Tree & { files: readonly string[] }) => {
  const from = join(root, 'node_modules', TDESIGN, 'miniprogram_dist');
  const wanted = new Set<string>();
  for (const file of files) {
    const text = /\.(json|ts)$/.test(file) ? await readFile(join(source, file), 'utf8') : '';
    for (const [, name = ''] of text.matchAll(/["']tdesign-miniprogram\/([\w-]+)/g))
      wanted.add(name);
  }
  const done = new Set<string>();
  const queue = [...wanted, 'common', 'mixins', 'miniprogram_npm'];
  for (let folder = queue.pop(); folder !== undefined; folder = queue.pop()) {
    if (done.has(folder) || !existsSync(join(from, folder))) continue;
    done.add(folder);
    await cp(join(from, folder), join(target, 'miniprogram_npm', TDESIGN, folder), {
      recursive: true,
      filter: (path) => !/\.(d\.ts|md)$/.test(path),
    });
    queue.push(...(await foldersNamedIn(join(from, folder))));
  }
};

/** Sibling folders that the files of a component point to. */
const foldersNamedIn = async (folder: string): Promise<string[]> => {
  const named: string[] = [];
  for (const file of await filesBelow(folder)) {
    if (!/\.(json|js|wxml|wxss|wxs)$/.test(file)) continue;
    const text = await readFile(join(folder, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/["']\.\.\/([\w-]+)\//g)) named.push(name);
  }
  return named;
};
