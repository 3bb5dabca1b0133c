import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser';
import { CHECKS } from './checks';

const root = join(__dirname, '../..');
const RESULTS = 'artifacts/jest.json';

type Outcome = { code: number; output: string };

const run = (
  command: readonly string[],
  { quiet, env = {} }: { quiet: boolean; env?: NodeJS.ProcessEnv },
) =>
  new Promise<Outcome>((resolve) => {
    const child = spawn('npx', ['--no-install', ...command], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? 'pipe' : 'inherit',
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('exit', (code) => resolve({ code: code ?? 1, output }));
  });

/** Runs the checks two at a time, for two cores; gives how many passed and failed. */
const runChecks = async () => {
  const waiting = [...CHECKS];
  const tally = { passed: 0, failed: 0 };
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const [name, command] = check;
      const { code, output } = await run(command, { quiet: true });
      process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name}\n${code === 0 ? '' : `${output}\n`}`);
      tally[code === 0 ? 'passed' : 'failed'] += 1;
    }
  };
  await Promise.all([work(), work()]);
  return tally;
};

type JestResults = {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
};

const runTests = async (browser: string | undefined) => {
  const env = browser ? { CHROMIUM: browser } : {};
  const command = [
    'jest',
    '--json',
    `--outputFile=${RESULTS}`,
    '--maxWorkers=2',
    ...process.argv.slice(2),
  ];
  const { code } = await run(command, { quiet: false, env });
  const results = JSON.parse(readFileSync(join(root, RESULTS), 'utf8')) as JestResults;
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return { passed: results.numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed };
};

/** How the money simulation is run with the tests: by seeds never tried before, for so many minutes at most. */
const SIMULATION = ['--fresh', '--seeds', '25000', '--minutes', '3.5'] as const;

/** Performs the money of the shop under faults and races; who asks for a part of the tests gets that part alone. */
const simulate = async () => {
  if (process.argv.length > 2) return { passed: 0, failed: 0 };
  const { code } = await run(['tsx', 'scripts/simulate.ts', ...SIMULATION], { quiet: false });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

const main = async () => {
  mkdirSync(join(root, 'artifacts'), { recursive: true });
  const browser = ensureBrowser();
  if (!browser)
    process.stdout.write('no Chromium here: the tests that drive a browser will fail\n');
  const checks = await runChecks();
  const tests = await runTests(browser);
  const parts = [checks, tests, await simulate()];
  const passed = parts.reduce((sum, part) => sum + part.passed, 0);
  const failed = parts.reduce((sum, part) => sum + part.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
};

void main();
