import { existsSync, readdirSync } from 'node:fs';
import { copyFile, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { functionConfig } from './functionConfig';
import { fingerprint, unlessUnchanged } from './fingerprint';
import { buildSdk } from './sdk';

/** Every cloud function has a folder of its name with an `index.ts`. */
export const functionNames = (root: string): string[] => {
  const folder = join(root, 'cloudfunctions');
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.ts')));
};

/** All that a function is made from. */
const SOURCES = ['cloudfunctions', 'server', 'shared', 'scripts/build', 'package-lock.json'];

/**
 * Builds each function into `dist/cloudfunctions/<name>/`: `index.js` with all of our code and its packages,
 * `wx-server-sdk.js` beside it (the same bytes for all), a `package.json` without dependencies, and a `config.json`.
 */
export const buildFunctions = async (root: string): Promise<void> => {
  const outDir = join(root, 'dist/cloudfunctions');
  await mkdir(outDir, { recursive: true });
  await unlessUnchanged(join(root, 'dist/functions.mark'), fingerprint(root, SOURCES), async () => {
    const names = functionNames(root);
    const gone = readdirSync(outDir).filter((name) => !names.includes(name));
    await Promise.all(gone.map((name) => rm(join(outDir, name), { recursive: true })));
    const [sdk] = await Promise.all([buildSdk(root), bundle(root, names)]);
    await Promise.all(names.map((name) => complete({ root, name, sdk })));
    // What the local cloud kept of the code before.
    await rm(join(root, 'dist/codeCache'), { recursive: true, force: true });
  });
};

const bundle = (root: string, names: readonly string[]) =>
  build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, `cloudfunctions/${name}/index.ts`]),
    ),
    outdir: 'dist/cloudfunctions',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    // The oldest runtime WeChat cloud offers new functions.
    target: 'node18',
    external: ['./wx-server-sdk.js'],
    alias: { 'wx-server-sdk': './wx-server-sdk.js' },
    minifySyntax: true,
    minifyWhitespace: true,
    keepNames: true,
    logLevel: 'error',
  });

const complete = async ({ root, name, sdk }: { root: string; name: string; sdk: string }) => {
  const target = join(root, 'dist/cloudfunctions', name);
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  await Promise.all([
    // A link costs nothing here and becomes a file of its own when the folder is uploaded.
    link(sdk, join(target, 'wx-server-sdk.js')).catch((error: NodeJS.ErrnoException) =>
      error.code === 'EEXIST' ? undefined : copyFile(sdk, join(target, 'wx-server-sdk.js')),
    ),
    writeFile(
      join(target, 'package.json'),
      `${JSON.stringify({ name, version, main: 'index.js' }, null, 2)}\n`,
    ),
    writeFile(
      join(target, 'config.json'),
      `${JSON.stringify(functionConfig(root, name), null, 2)}
`,
    ),
  ]);
};
