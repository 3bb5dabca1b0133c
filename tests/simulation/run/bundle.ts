import { build, type Plugin } from 'esbuild';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../../..');

const WORKER = resolve(ROOT, 'tests/simulation/run/worker.ts');

/** The SDK is never reached: every port below it is simulated. */
const withoutSdk: Plugin = {
  name: 'without-the-sdk',
  setup(bundle) {
    bundle.onResolve({ filter: /^wx-server-sdk$/ }, () => ({ path: 'sdk', namespace: 'without' }));
    bundle.onLoad({ filter: /.*/, namespace: 'without' }, () => ({
      contents: 'export default {}',
    }));
  },
};

/** Bundles the worker with all it runs into one file, which starts in a tenth of a second; gives its path. */
export const bundleWorker = async (
  name: string,
  plugins: readonly Plugin[] = [],
): Promise<string> => {
  const outfile = resolve(ROOT, '.local/simulation', `${name}.cjs`);
  await build({
    entryPoints: [WORKER],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    logLevel: 'error',
    plugins: [withoutSdk, ...plugins],
  });
  return outfile;
};
