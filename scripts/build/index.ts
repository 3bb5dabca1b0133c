import { join } from 'node:path';
import { buildFunctions } from './functions';
import { buildPhone } from './phone';

const root = join(__dirname, '../..');

/** The parts that can be built; `npm run build` builds all, `npm run build functions` one. */
const parts = { functions: buildFunctions, phone: buildPhone } as const;

const main = async () => {
  const wanted = process.argv.slice(2);
  for (const [name, buildPart] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const startedAt = Date.now();
    await buildPart(root);
    process.stdout.write(`built ${name} in ${Date.now() - startedAt} ms\n`);
  }
};

void main();
