import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionRules } from './functionRules';
import { referencePage } from './reference';

const root = join(__dirname, '../..');

/** Every file that is made from the code, and what it should say now. */
export const generatedFiles = (): Record<string, string> => ({
  'docs/reference.md': referencePage(
    JSON.parse(readFileSync(join(root, 'cloud/collections.json'), 'utf8')),
  ),
  'cloud/rules/functions.json': `${JSON.stringify(functionRules(), null, 2)}\n`,
});

if (require.main === module) {
  for (const [file, text] of Object.entries(generatedFiles()))
    writeFileSync(join(root, file), text);
}
