import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const GUIDES = [
  'README.md',
  'README.zh-CN.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'docs/deploying.md',
  'docs/features.md',
];
const BUILT = ['dist', 'artifacts', '.local', 'node_modules', 'coverage'];
const FOLDERS = readdirSync(root).filter(
  (name) =>
    statSync(join(root, name)).isDirectory() && !name.startsWith('.') && !BUILT.includes(name),
);

const read = (guide: string) => readFileSync(join(root, guide), 'utf8');

describe.each(GUIDES)('%s', (guide) => {
  it('names only files and folders that exist', () => {
    const named = [...read(guide).matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, path = '']) => path);
    expect(
      named.filter((path) => !BUILT.includes(path.split('/')[0]!) && !existsSync(join(root, path))),
    ).toEqual([]);
  });

  it('links only to what exists', () => {
    const folder = guide.includes('/') ? 'docs' : '.';
    const links = [...read(guide).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(
      ([, path = '']) => path,
    );
    expect(links.filter((path) => !existsSync(join(root, folder, path)))).toEqual([]);
  });
});

describe('ARCHITECTURE.md', () => {
  it('names every top-level folder', () => {
    const text = read('ARCHITECTURE.md');
    expect(FOLDERS.filter((folder) => !text.includes(`\`${folder}\``))).toEqual([]);
  });
});

describe('the two READMEs', () => {
  it('show the same commands, tables and links', () => {
    const bones = (guide: string) =>
      [...read(guide).matchAll(/^```[\s\S]*?^```|`[A-Z_]{3,}`|\]\((?!README)[^)]+\)|^#+ /gm)].map(
        ([bone]) => bone,
      );
    expect(bones('README.zh-CN.md')).toEqual(bones('README.md'));
  });
});

describe('docs/features.md', () => {
  const rows = [...read('docs/features.md').matchAll(/^\| ([SDF]\d+) +\| (.*)$/gm)].map(
    ([, id = '', rest = '']) => ({
      id,
      claims: rest.startsWith('works'),
      tests: [...rest.matchAll(/`(tests[^`]+)`/g)].map(([, path = '']) => path),
    }),
  );

  it.each(rows)('$id is spoken of by every test it names', ({ id, tests }) => {
    for (const path of tests) expect(read(path)).toMatch(new RegExp(`\\b${id}\\b`));
  });

  it('claims nothing without a test', () => {
    expect(rows.filter(({ claims, tests }) => claims && tests.length === 0)).toEqual([]);
  });
});
