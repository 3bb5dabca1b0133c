// `npm start`: installs what is missing, then builds, seeds and serves the whole shop.
import { spawn } from 'node:child_process';
import { installWhatIsMissing, root } from './install.mjs';

installWhatIsMissing();
const server = spawn(
  process.execPath,
  ['--import', 'tsx', 'scripts/serve.ts', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
