import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';
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

/**
 * Builds `scripts/serve.ts` into one plain program for this folder alone, and gives its path: it starts several times
 * as fast as its sources do, which is what tests want that each open a shop.
 */
export const buildLocalShop = async (root: string): Promise<string> => {
  const outfile = join(root, 'dist/localShop.js');
  await unlessUnchanged(join(root, 'dist/localShop.mark'), fingerprint(root, SOURCES), async () => {
    await build({
      absWorkingDir: root,
      entryPoints: ['scripts/serve.ts'],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      external: NOT_BUNDLED,
      plugins: [keepFolders],
      keepNames: true,
      sourcemap: 'linked',
      logLevel: 'error',
    });
  });
  return outfile;
};
