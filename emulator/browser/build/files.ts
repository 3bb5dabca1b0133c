import fs from 'node:fs';
import path from 'node:path';

/** True when `file` exists and is a regular file. */
export function isFile(file: string): boolean {
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The parsed JSON of `file`, or an empty object when there is none. Throws naming the file when it does not parse. */
export function readJson<T extends object>(file: string): Partial<T> {
  if (!isFile(file)) return {};
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as T;
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${String(error)}`);
  }
}

/** All files below `dir`, as paths relative to it with forward slashes, sorted; node_modules is left out. */
export function listFiles(dir: string): string[] {
  const entries = fs.readdirSync(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => !name.includes('node_modules/'))
    .sort();
}

/** Copies a file when the target is missing or older. */
export function copyIfNewer(from: string, to: string): void {
  const target = fs.statSync(to, { throwIfNoEntry: false });
  if (target && target.mtimeMs >= fs.statSync(from).mtimeMs) return;
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.copyFileSync(from, to);
}
