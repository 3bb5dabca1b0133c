import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import type { Edit } from './mutant';

/** A file with its edits made. Throws for a snippet that is not there exactly once, so that mutants cannot rot. */
export const edited = (source: string, edits: readonly Edit[]): string =>
  edits.reduce((text, { file, find, put }) => {
    const times = text.split(find).length - 1;
    if (times !== 1) throw new Error(`${file}: found ${times} times, not once:\n${find}`);
    return text.replace(find, () => put);
  }, source);

/** Plants edits while the product is bundled; the files themselves stay as they are. */
export const plant = (root: string, edits: readonly Edit[]): Plugin => ({
  name: 'plant-a-mutant',
  setup(build) {
    const files = new Map<string, Edit[]>();
    for (const edit of edits) {
      const path = resolve(root, edit.file);
      files.set(path, [...(files.get(path) ?? []), edit]);
    }
    const planted = new Set<string>();
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const wanted = files.get(path);
      if (!wanted) return undefined;
      planted.add(path);
      return { contents: edited(await readFile(path, 'utf8'), wanted), loader: 'ts' };
    });
    build.onEnd(() => {
      const missing = [...files.keys()].filter((path) => !planted.has(path));
      if (missing.length > 0) throw new Error(`not in the bundle: ${missing.join(', ')}`);
    });
  },
});
