import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { workerScript } from '../../emulator/functions/workerScript';
import { fingerprint, unlessUnchanged } from './fingerprint';

/** All that the local shop's program is made from. */
const SOURCES = ['emulator', 'scripts', 'server', 'shared', 'package-lock.json'];

/** A native module, a program of its own, and a compiler that only a browser host wants. */
const NOT_BUNDLED = ['libsql', 'esbuild', 'glass-easel-template-compiler'];

const OURS = /[/\\](emulator|scripts)[/\\].*[.]ts$/;

/** Files that look for others beside them go on finding those beside their sources. */
const keepFolders: Plugin = {
  name: 'keep-folders',
  setup({ onLoad }) {
    onLoad({ filter: OURS }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('__dirname')) return undefined;
      return {
        contents: `const __dirname = ${JSON.stringify(dirname(path))};\n${text}`,
        loader: 'ts',
      };
    });
  },
};

/** The program of a function instance goes in as it is built; a shop would build it again at each start. */
const buildInstanceOnce: Plugin = {
  name: 'build-instance-once',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]functions[/\\]workerScript[.]ts$/ }, () => ({
      contents: `export const workerScript = () => ${JSON.stringify(workerScript())};`,
    }));
  },
};

/**
 * Builds `scripts/serve.ts` into one plain program for this folder alone, and gives its path: it starts several times
 * as fast as its sources do, which is what tests want that each open a shop.
 */
export const buildLocalShop = async (root: string): Promise<string> => {
  const outfile = join(root, 'dist/localShop.js');
  const now = `${root} ${fingerprint(root, SOURCES)}`;
  await unlessUnchanged(join(root, 'dist/localShop.mark'), now, async () => {
    await build({
      absWorkingDir: root,
      entryPoints: ['scripts/serve.ts'],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      external: NOT_BUNDLED,
      plugins: [buildInstanceOnce, keepFolders],
      keepNames: true,
      sourcemap: 'linked',
      logLevel: 'error',
    });
  });
  return outfile;
};
