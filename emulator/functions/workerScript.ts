import { buildSync } from 'esbuild';
import { join } from 'node:path';

let script: string | undefined;

/** The program of a function instance as plain JavaScript, built once from its TypeScript sources. */
export function workerScript(): string {
  script ??= buildSync({
    entryPoints: [join(__dirname, 'worker', 'instance.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
  }).outputFiles[0]?.text;
  if (script === undefined) throw new Error('the function instance could not be built');
  return script;
}
