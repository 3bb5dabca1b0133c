import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says what a set of folders and files looks like now: names, sizes and times. */
export const fingerprint = (root: string, places: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const place of places) {
    const path = join(root, place);
    const files = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
      : [''];
    for (const file of files) {
      const { size, mtimeMs } = statSync(join(path, file));
      hash.update(`${place}/${file}:${size}:${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
};

/** Runs a build unless what it is made from looks as it did when the build last ended well. */
export const unlessUnchanged = async (
  mark: string,
  now: string,
  build: () => Promise<void>,
): Promise<void> => {
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return;
  await build();
  writeFileSync(mark, now);
};
