import { join } from 'node:path';
import { seed } from './seed';

const main = async () => {
  const url = process.argv.find((word) => word.startsWith('http'));
  const name = process.argv.includes('demo') ? 'demo' : 'settings';
  await seed(name, { ...(url && { url }), root: join(__dirname, '../..') });
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
