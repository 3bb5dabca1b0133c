import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FunctionFailure } from './failure';

/** A timer as `config.json` declares it: seven-field cron, UTC+8. */
export interface TimerTrigger {
  name: string;
  type: 'timer';
  config: string;
}

/** What a function's `config.json` may say; WeChat's own field names. */
export interface FunctionConfig {
  /** Seconds; the platform's default is 3. */
  timeout?: number;
  /** MB; the platform's default is 256. */
  memorySize?: number;
  triggers?: TimerTrigger[];
  permissions?: { openapi?: string[] };
}

/** A deployed function. */
export interface DeployedFunction {
  name: string;
  file: string;
  /** Changes when the function is built again. */
  version: number;
  config: FunctionConfig;
}

/** The functions found in a folder; looked at again each time, so that a rebuilt function is used at once. */
export class FunctionCatalog {
  private readonly configs = new Map<string, { changedAt: number; config: FunctionConfig }>();

  constructor(private readonly folder: string) {}

  /** Throws FunctionFailure `notFound` for a function that is not deployed. */
  find(name: string): DeployedFunction {
    const file = join(this.folder, name, 'index.js');
    const status = /^[\w-]+$/.test(name) ? statSync(file, { throwIfNoEntry: false }) : undefined;
    if (!status) {
      throw new FunctionFailure(
        'notFound',
        '[FUNCTION_NOT_FOUND] FunctionName parameter could not be found.',
      );
    }
    return { name, file, version: status.mtimeMs, config: this.config(name) };
  }

  all(): DeployedFunction[] {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .filter((name) => existsSync(join(this.folder, name, 'index.js')))
      .sort()
      .map((name) => this.find(name));
  }

  private config(name: string): FunctionConfig {
    const file = join(this.folder, name, 'config.json');
    const changedAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (changedAt === undefined) return {};
    const known = this.configs.get(name);
    if (known?.changedAt === changedAt) return known.config;
    const config = JSON.parse(readFileSync(file, 'utf8')) as FunctionConfig;
    this.configs.set(name, { changedAt, config });
    return config;
  }
}
