import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** `npm run simulate`: the money of the shop under faults, races and an adversarial WeChat Pay; see tests/simulation. */
const main = resolve(import.meta.dirname, '../tests/simulation/run/main.ts');
const tsx = resolve(import.meta.dirname, '../node_modules/tsx/dist/cli.mjs');

spawn(process.execPath, [tsx, main, ...process.argv.slice(2)], { stdio: 'inherit' }).on(
  'exit',
  (code) => {
    process.exitCode = code ?? 1;
  },
);
