/** What is checked before any test runs: a name for the report, and the command. */
export const CHECKS: readonly (readonly [name: string, command: readonly string[]])[] = [
  ['types of server, local cloud, scripts and tests', ['tsc', '-p', 'tsconfig.json']],
  ['types of the phone, without a DOM', ['tsc', '-p', 'miniprogram']],
  ['types of the browser host', ['tsc', '-p', 'emulator/browser']],
  ['types of the phone’s tests', ['tsc', '-p', 'tests/miniprogram']],
  ['types of the end-to-end tests', ['tsc', '-p', 'tests/e2e']],
  ['lint', ['eslint', '.', '--max-warnings=0', '--cache', '--cache-location=.cache/eslint']],
  [
    'format',
    ['prettier', '--check', '--log-level=warn', '--cache', '--cache-location=.cache/prettier', '.'],
  ],
  [
    'who may import whom',
    [
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      'shared',
      'server',
      'cloudfunctions',
      'emulator',
      'miniprogram',
      'scripts',
      'bench',
      'tests',
    ],
  ],
  ['nothing unused', ['knip', '--no-progress']],
  ['WXML, by Tencent’s own compiler', ['tsx', 'scripts/test/wxml.ts']],
];
