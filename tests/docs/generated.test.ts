import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionNames } from '../../scripts/build/functions';
import { generatedFiles } from '../../scripts/docs';
import { storageRule, type StorageRules } from '../../scripts/deploy/storageRule';
import { contracts } from '../../shared/contracts';
import { permissions } from '../../shared/permissions';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('what is made from the code', () => {
  it.each(Object.entries(generatedFiles()))(
    '%s says what the code says (npm run docs)',
    (file, text) => {
      expect(read(file)).toBe(text);
    },
  );
});

describe('the list of functions', () => {
  it('is the same for contracts, permissions and folders', () => {
    const folders = functionNames(root).sort();
    expect(Object.keys(contracts).sort()).toEqual(folders);
    expect(Object.keys(permissions).sort()).toEqual(folders);
  });

  it('fits the smallest plan of 50 functions', () => {
    expect(functionNames(root).length).toBeLessThanOrEqual(50);
  });
});

describe('what clients may reach without a function', () => {
  it('is no collection at all', () => {
    expect(JSON.parse(read('cloud/rules/database.json'))).toEqual({
      '*': { read: false, write: false },
    });
  });

  it('is no paid file: only pictures can be read, and only by their makers written', () => {
    const rule = storageRule(JSON.parse(read('cloud/rules/storage.json')) as StorageRules);
    expect(String(rule.read)).not.toContain('content');
    expect(String(rule.write)).toContain('resource.openid == auth.openid');
  });
});
