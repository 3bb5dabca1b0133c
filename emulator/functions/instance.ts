import { Worker } from 'node:worker_threads';
import type { DeployedFunction } from './catalog';
import { FunctionFailure } from './failure';
import type { InstanceMessage, InvokeMessage, LogLevel } from './worker/protocol';
import { workerScript } from './workerScript';

/** The platform's own limit for loading a function's module. */
const LOAD_LIMIT_MS = 65_000;
const DEFAULT_MEMORY_MB = 256;

/** What an instance needs to know of one call. */
export interface InstanceCall {
  message: InvokeMessage;
  timeoutMs: number;
  log(level: LogLevel, text: string): void;
}

/** What every instance of a function starts with. */
export interface InstanceSettings {
  environment: Record<string, string>;
  codeCacheDir: string | undefined;
}

interface OpenCall extends InstanceCall {
  succeed(result: string): void;
  fail(failure: FunctionFailure): void;
}

/** A warm function instance: one thread, one call at a time. */
export class Instance {
  private readonly worker: Worker;
  private call: OpenCall | undefined;
  private deadline: NodeJS.Timeout | undefined;
  private lastLog: InstanceCall['log'] | undefined;
  /** False once the thread has ended; a dead instance serves no further call. */
  alive = true;

  /** Of the build that this instance has loaded. */
  readonly version: number;

  constructor(deployed: DeployedFunction, { environment, codeCacheDir }: InstanceSettings) {
    this.version = deployed.version;
    this.worker = new Worker(workerScript(), {
      eval: true,
      env: environment,
      workerData: { file: deployed.file, codeCacheDir },
      resourceLimits: { maxOldGenerationSizeMb: deployed.config.memorySize ?? DEFAULT_MEMORY_MB },
    });
    this.worker.unref();
    this.worker.on('message', (message: InstanceMessage) => {
      this.receive(message);
    });
    this.worker.on('error', (error) => {
      this.end(`Error: ${error.stack ?? error.message}`);
    });
    this.worker.on('exit', (code) => {
      this.end(`Error: Process exited unexpectedly with code ${String(code)}`);
    });
  }

  /** Runs the function once; rejects with a FunctionFailure. */
  run(call: InstanceCall): Promise<string> {
    return new Promise((resolve, reject) => {
      this.call = { ...call, succeed: resolve, fail: reject };
      this.lastLog = (level, text) => {
        call.log(level, text);
      };
      this.limit(LOAD_LIMIT_MS);
      this.worker.postMessage(call.message);
    });
  }

  /** Ends the thread, whatever it is doing. */
  async kill(): Promise<void> {
    this.alive = false;
    await this.worker.terminate();
  }

  private receive(message: InstanceMessage): void {
    if (message.type === 'log') this.lastLog?.(message.level, message.text);
    else if (message.type === 'loaded') this.limit(this.call?.timeoutMs ?? 0);
    else this.finish(message);
  }

  private finish(outcome: Extract<InstanceMessage, { type: 'done' | 'failed' }>): void {
    const call = this.close();
    if (outcome.type === 'done') call?.succeed(outcome.result);
    else call?.fail(new FunctionFailure('threw', outcome.stack));
  }

  /** The platform kills an instance that runs out of time, and so do we. */
  private limit(ms: number): void {
    clearTimeout(this.deadline);
    this.deadline = setTimeout(() => {
      const text = `Invoking task timed out after ${String(ms / 1000)} seconds`;
      void this.kill();
      this.close()?.fail(new FunctionFailure('timedOut', text));
    }, ms);
  }

  private end(reason: string): void {
    this.alive = false;
    this.close()?.fail(new FunctionFailure('threw', reason));
  }

  private close(): OpenCall | undefined {
    clearTimeout(this.deadline);
    const call = this.call;
    this.call = undefined;
    return call;
  }
}
