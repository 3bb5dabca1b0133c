// `npm test`: installs what is missing, then checks and tests everything there is.
import { spawnSync } from 'node:child_process';
import { installWhatIsMissing, root } from './install.mjs';

installWhatIsMissing();
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', 'scripts/test/index.ts', ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exit(status ?? 1);
