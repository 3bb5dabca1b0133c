import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Figure, Part } from '../figure';
import { median } from '../statistics';

const PAIRS = 10;

/** Programs that end as soon as they could serve a call. */
type Programs = { readonly empty: string; readonly ours: string; readonly external: string };

const programsOf = (root: string): Programs => {
  const built = JSON.stringify(join(root, 'dist/cloudfunctions/createOrder/'));
  const open = 'sdk.init({env:"local-env"});sdk.database();process.exit(0)';
  return {
    empty: 'process.exit(0)',
    ours: `require(${built}+"index.js");const sdk=require(${built}+"wx-server-sdk.js");${open}`,
    external: `const sdk=require("wx-server-sdk");${open}`,
  };
};

/** Milliseconds a fresh Node process takes for a program, its start included. */
const timeOf = (root: string, program: string): number => {
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-e', program], {
    cwd: root,
    env: { PATH: process.env['PATH'], TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'local' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`a cold start failed: ${stderr}`);
  return performance.now() - startedAt;
};

type Round = { readonly ours: number; readonly external: number };

/**
 * What a cold start of a built function costs over an empty Node process, beside the same SDK loaded from
 * `node_modules`. Rounds are interleaved, so that what else the machine does strikes all alike.
 */
export const cold: Part = (root) => {
  const programs = programsOf(root);
  Object.values(programs).forEach((program) => timeOf(root, program));
  const rounds = Array.from({ length: PAIRS }, (): Round => {
    const empty = timeOf(root, programs.empty);
    const ours = timeOf(root, programs.ours) - empty;
    return { ours, external: timeOf(root, programs.external) - empty };
  });
  const [ours, external] = [
    median(rounds.map((round) => round.ours)),
    median(rounds.map((round) => round.external)),
  ];
  return Promise.resolve<Figure[]>([
    {
      name: 'cold start beside node_modules',
      value: ours / external,
      unit: '×',
      note: `createOrder ${Math.round(ours)} ms, node_modules ${Math.round(external)} ms, over an empty process; median of ${PAIRS}`,
    },
  ]);
};
