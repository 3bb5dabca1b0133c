import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { violationsOf, type Progress } from '../server/audit/walk/walk';
import { INVARIANT_IDS, INVARIANTS } from '../shared/audit/invariants';
import { auditFile } from './audit/auditFile';

const root = join(__dirname, '..');
const file = join(resolve(root, process.env['DATA_DIR'] ?? '.local'), 'documents.db');

const say = (line: string) => process.stdout.write(`${line}\n`);

const report = (progress: Progress): void => {
  const { counts, examples, looked } = progress;
  for (const id of INVARIANT_IDS) {
    say(`${id.padEnd(6)} ${String(counts[id] ?? 0).padStart(6)}  ${INVARIANTS[id].says}`);
    for (const { subject, found } of examples.filter((each) => each.id === id)) {
      say(`${' '.repeat(15)}${subject}: ${found}`);
    }
  }
  const documents = Object.values(looked).reduce((sum, count) => sum + count, 0);
  say(`${violationsOf(progress)} violations in ${documents} documents`);
};

const main = async () => {
  if (!existsSync(file)) throw new Error(`there is no data in ${file}: start the shop first`);
  const progress = await auditFile(file, Date.now());
  report(progress);
  if (violationsOf(progress) > 0) process.exitCode = 1;
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
