import tseslint from 'typescript-eslint';

const CLOCK_AND_CHANCE = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'time comes from the clock port',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'time comes from the clock port',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'chance comes from the ids port',
  },
];

const MONEY = [
  {
    selector: "CallExpression[callee.property.name='toFixed']",
    message: 'amounts are written by formatYuan in shared/money.ts',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.local/',
      'artifacts/',
      'node_modules/',
      '**/*.mjs',
      '**/*.cjs',
      'tests/**/fixture*/**',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.base],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 8],
      'max-depth': ['error', 2],
      'max-params': ['error', 3],
      'no-console': 'error',
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  {
    // One moment and one source of chance for a whole call: nothing in the house reads them but its adapters.
    files: ['shared/**/*.ts', 'server/**/*.ts', 'cloudfunctions/**/*.ts'],
    ignores: ['server/wechat/**', 'server/live.ts'],
    rules: { 'no-restricted-syntax': ['error', ...CLOCK_AND_CHANCE, ...MONEY] },
  },
  { files: ['shared/money.ts'], rules: { 'no-restricted-syntax': ['error', ...CLOCK_AND_CHANCE] } },
  {
    // Page() infers the type of its data from what it starts with: `'' as Status` says what else it may become.
    files: ['miniprogram/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...MONEY],
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  {
    // A factory of many short methods is as long as its list; the browser runtime speaks to foreign shapes.
    files: ['emulator/**/*.ts', 'miniprogram/**/*.ts', 'server/wechat/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // Tables of the demo shop: as long as the shop is full.
    files: ['scripts/seed/demo/**/*.ts', 'scripts/media/{scenes,script}.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'max-params': 'off',
    },
  },
  {
    // The simulated WeChat Pay and its judge weigh many facts in one place, as the documents they imitate do.
    files: ['tests/simulation/**/*.ts'],
    rules: { complexity: ['error', 12], 'max-depth': ['error', 3] },
  },
);
