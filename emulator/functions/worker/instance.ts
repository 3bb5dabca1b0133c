import { format } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { installCloudDate, setAhead } from '../../cloudDate';
import { CodeCache } from './codeCache';
import type { InstanceMessage, InvokeMessage, LogLevel } from './protocol';

/**
 * One function instance: a thread with its own environment that serves one call at a time and keeps its
 * module state between calls, as the platform's instances do.
 */
type Main = (event: unknown, context: unknown) => unknown;

const given = workerData as { file: string; codeCacheDir?: string };
const codeCache = given.codeCacheDir === undefined ? undefined : new CodeCache(given.codeCacheDir);
const fixedKeys = new Set(Object.keys(process.env));
let main: Main | undefined;

function tell(message: InstanceMessage): void {
  parentPort?.postMessage(message);
}

const CONSOLE_LEVELS: Record<'debug' | 'log' | 'info' | 'warn' | 'error', LogLevel> = {
  debug: 'debug',
  log: 'info',
  info: 'info',
  warn: 'warn',
  error: 'error',
};

function captureConsole(): void {
  for (const [method, level] of Object.entries(CONSOLE_LEVELS)) {
    Object.assign(console, {
      [method]: (...parts: unknown[]) => {
        tell({ type: 'log', level, text: format(...parts) });
      },
    });
  }
}

function load(): Main {
  const loaded = require(given.file) as { main?: Main };
  if (!loaded.main) throw new Error('[USER_CODE_ERROR] exports.main is not a function');
  return loaded.main;
}

function enter(environment: Record<string, string>): void {
  for (const key of Object.keys(process.env)) if (!fixedKeys.has(key)) delete process.env[key];
  Object.assign(process.env, environment);
}

function contextOf(message: InvokeMessage): Record<string, unknown> {
  const deadline = performance.now() + Number(message.context['time_limit_in_ms']);
  const getRemainingTimeInMillis = () => Math.max(0, Math.round(deadline - performance.now()));
  return { ...message.context, getRemainingTimeInMillis };
}

async function serve(message: InvokeMessage): Promise<void> {
  try {
    setAhead(message.aheadMs);
    // The module is loaded before anybody's identity is set: at module scope there is no caller.
    main ??= load();
    tell({ type: 'loaded' });
    enter(message.environment);
    const result = await main(JSON.parse(message.event), contextOf(message));
    tell({ type: 'done', result: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    tell({ type: 'failed', stack: error instanceof Error ? String(error.stack) : String(error) });
  }
}

installCloudDate();
captureConsole();
codeCache?.install();
parentPort?.on('message', (message: InvokeMessage) => {
  void serve(message).then(() => codeCache?.keep());
});
