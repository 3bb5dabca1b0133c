import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A function's `config.json`, as WeChat knows it, with the timeout the platform would be told. */
export type FunctionConfig = {
  /** Seconds. */
  readonly timeout: number;
  readonly triggers?: { name: string; type: string; config: string }[];
  readonly permissions?: { openapi: string[] };
};

/** The platform's own default of 3 s is short for a cold start and a slow network. */
const DEFAULT_TIMEOUT_SECONDS = 10;

/** What a function is configured to be; a folder without `config.json` has the defaults. */
export const functionConfig = (root: string, name: string): FunctionConfig => {
  const file = join(root, 'cloudfunctions', name, 'config.json');
  const own = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<FunctionConfig>)
    : {};
  return { timeout: DEFAULT_TIMEOUT_SECONDS, ...own };
};
