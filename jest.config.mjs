const transform = {
  '^.+\\.(t|j)s$': [
    '@swc/jest',
    {
      jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
      module: { type: 'commonjs' },
    },
  ],
};

/** Two worlds: `cloud` runs on Node beside a local WeChat cloud, `phone` renders components in jsdom. */
/** @type {import('jest').Config} */
const config = {
  // A whole shop starts in its own process for most files, on machines that do other things too.
  testTimeout: 180_000,
  projects: [
    {
      displayName: 'cloud',
      globalSetup: '<rootDir>/tests/globalSetup.ts',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/tests/miniprogram/', '/node_modules/'],
      modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
      transform,
    },
    {
      displayName: 'phone',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { url: 'https://phone.test' },
      testMatch: ['<rootDir>/tests/miniprogram/**/*.test.ts'],
      moduleFileExtensions: ['ts', 'js', 'json'],
      moduleDirectories: ['miniprogram_npm', 'node_modules'],
      setupFiles: ['<rootDir>/tests/miniprogram/setup.ts'],
      modulePathIgnorePatterns: ['<rootDir>/.local/'],
      transform,
    },
  ],
};

export default config;
