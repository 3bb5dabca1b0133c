import { randomUUID } from 'node:crypto';
import type { MovableClock } from '../clock';
import type { Caller } from './caller';
import type { DeployedFunction, FunctionCatalog } from './catalog';
import { invocationEnvironment, type EnvironmentSettings } from './environment';
import { FunctionFailure } from './failure';
import type { Invocation, InvocationTokens } from './invocation';
import type { InvocationHistory } from './history';
import type { InstancePool } from './pool';

const EVENT_LIMIT_BYTES = 100 * 1024;
const RESULT_LIMIT_BYTES = 1024 * 1024;
const DEFAULT_TIMEOUT_S = 3;
const DEFAULT_MEMORY_MB = 256;

/** What running functions takes. */
export interface InvokerParts {
  catalog: FunctionCatalog;
  pool: InstancePool;
  tokens: InvocationTokens;
  history: InvocationHistory;
  clock: MovableClock;
  settings: EnvironmentSettings;
}

/** One call of a function. */
export interface FunctionCall {
  name: string;
  /** What the caller sent; the platform adds `userInfo` to an object, and passes anything else as it is. */
  event: unknown;
  caller: Caller;
}

/** A finished call: its request id and the result as JSON text. */
export interface FunctionAnswer {
  requestId: string;
  result: string;
}

/** Runs functions as the platform does: sizes, time limits, identity, logs. */
export class FunctionInvoker {
  constructor(private readonly parts: InvokerParts) {}

  /** Runs a function to its end; rejects with a FunctionFailure. */
  async invoke(call: FunctionCall): Promise<FunctionAnswer> {
    const deployed = this.parts.catalog.find(call.name);
    const invocation = this.begin(deployed, call);
    const began = performance.now();
    try {
      const result = await this.run(invocation);
      invocation.result = result;
      return { requestId: invocation.id, result };
    } catch (error) {
      invocation.error = (error as Error).message;
      throw error;
    } finally {
      invocation.durationMs = Math.round(performance.now() - began);
      this.parts.tokens.close(invocation);
      this.parts.history.ended(invocation);
    }
  }

  private begin(deployed: DeployedFunction, call: FunctionCall): Invocation {
    const { appid } = this.parts.settings;
    const { openid, unionid } = call.caller;
    const userInfo = openid && {
      appId: appid,
      openId: openid,
      ...(unionid && { unionId: unionid }),
    };
    const event = written(
      isObject(call.event) ? { ...call.event, ...(userInfo && { userInfo }) } : call.event,
    );
    const invocation: Invocation = {
      id: randomUUID(),
      token: this.parts.tokens.issue(),
      function: deployed,
      caller: call.caller,
      startedAt: this.parts.clock.now(),
      event,
      logs: [],
      calls: [],
      roundTrips: 0,
      openTransactions: new Set(),
    };
    this.parts.tokens.open(invocation);
    this.parts.history.began(invocation);
    return invocation;
  }

  private async run(invocation: Invocation): Promise<string> {
    const { pool, clock, settings } = this.parts;
    const timeoutMs = (invocation.function.config.timeout ?? DEFAULT_TIMEOUT_S) * 1000;
    const environment = invocationEnvironment(settings, invocation.caller, {
      token: invocation.token,
      clock,
    });
    const context = this.context(invocation, environment, timeoutMs);
    const message = { environment, event: invocation.event, context, aheadMs: clock.ahead() };
    const log: Parameters<InstancePool['run']>[1]['log'] = (level, text) =>
      invocation.logs.push({ level, text });
    const nested = invocation.caller.source.endsWith(',scf');
    const result = await pool.run(invocation.function, { message, timeoutMs, log }, nested);
    if (Buffer.byteLength(result) > RESULT_LIMIT_BYTES) throw tooLarge('resultTooLarge', '1 MB');
    return result;
  }

  private context(invocation: Invocation, environment: object, timeoutMs: number) {
    const pairs = Object.entries(environment).map(([key, value]) => `${key}=${String(value)}`);
    return {
      callbackWaitsForEmptyEventLoop: true,
      memory_limit_in_mb: invocation.function.config.memorySize ?? DEFAULT_MEMORY_MB,
      time_limit_in_ms: timeoutMs,
      request_id: invocation.id,
      function_name: invocation.function.name,
      function_version: '$LATEST',
      namespace: this.parts.settings.env,
      environ: pairs.join(';'),
      environment: JSON.stringify(environment),
    };
  }
}

/** An event as it is handed over. One nested so deeply that it cannot be written is too large as well. */
function written(event: unknown): string {
  let text: string;
  try {
    text = JSON.stringify(event);
  } catch {
    throw tooLarge('eventTooLarge', '100 KB');
  }
  if (Buffer.byteLength(text) > EVENT_LIMIT_BYTES) throw tooLarge('eventTooLarge', '100 KB');
  return text;
}

function tooLarge(kind: 'eventTooLarge' | 'resultTooLarge', limit: string): FunctionFailure {
  const what = kind === 'eventTooLarge' ? 'request' : 'result';
  return new FunctionFailure(
    kind,
    `[EXCEED_MAX_PAYLOAD_SIZE] function ${what} is larger than ${limit}`,
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
