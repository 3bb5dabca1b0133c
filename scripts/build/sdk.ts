import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** What wx-server-sdk loads at start and this shop never calls: AI and data-model clients, a table of media types. */
const UNUSED = /^(@cloudbase\/ai|@cloudbase\/wx-cloud-client-sdk|mime-db)$/;

const leaveOutUnused: Plugin = {
  name: 'leave-out-unused',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/** Builds wx-server-sdk into one lean file and gives its path; made once for a version and kept. */
export const buildSdk = async (root: string): Promise<string> => {
  const { version } = (await import('wx-server-sdk/package.json')) as { version: string };
  const outfile = join(root, `dist/sdk/wx-server-sdk-${version}.js`);
  if (existsSync(outfile)) return outfile;
  await build({
    stdin: { contents: `module.exports = require('wx-server-sdk');`, resolveDir: root },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node18',
    minify: true,
    plugins: [leaveOutUnused],
    logLevel: 'error',
  });
  return outfile;
};
