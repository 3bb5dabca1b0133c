import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { buildFunctions } from '../scripts/build/functions';
import { counts } from './counts';
import { cold } from './cold';
import { flow } from './flow';
import type { Part } from './figure';
import { judge, unmeasured, type Judged } from './judge';
import { table } from './report';
import { screen } from './screen';
import { sizes } from './sizes';

const root = join(__dirname, '..');

/** What `npm run bench` measures; `npm run bench -- sizes cold` measures some of it. */
const PARTS: Readonly<Record<string, Part>> = { counts, sizes, cold, flow, screen };

const say = (line: string) => process.stdout.write(`${line}\n`);

const wantedParts = (): string[] => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !PARTS[name]);
  if (unknown.length > 0)
    throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  return wanted.length > 0 ? wanted : Object.keys(PARTS);
};

const measure = async (name: string): Promise<Judged[]> => {
  const figures = (await PARTS[name]?.(root)) ?? [];
  const lost = unmeasured(name, figures);
  if (figures.length > 0 && lost.length > 0)
    throw new Error(`${name}: nothing measured ${lost.join(', ')}`);
  return judge(name, figures);
};

const machine = () => {
  const [processor] = cpus();
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `Node ${process.version}, ${cpus().length} × ${processor?.model.trim() ?? 'unknown'}, load ${load} at the start`;
};

const main = async () => {
  const parts = wantedParts();
  const about = { at: new Date().toISOString(), machine: machine() };
  say(`## Benchmark\n\n${about.machine}\n`);
  await buildFunctions(root);
  const all: Judged[] = [];
  for (const name of parts) {
    const figures = await measure(name);
    say(table(name, figures));
    all.push(...figures);
  }
  writeFileSync(
    join(root, 'bench/results.json'),
    `${JSON.stringify({ ...about, figures: all }, null, 2)}\n`,
  );
  const broken = all.filter((figure) => figure.broken);
  say(broken.length === 0 ? 'Every budget holds.' : `${broken.length} over budget.`);
  process.exit(broken.length === 0 ? 0 : 1);
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? String(error.stack) : String(error)}\n`);
  process.exit(1);
});
