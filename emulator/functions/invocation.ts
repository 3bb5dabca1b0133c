import { randomUUID } from 'node:crypto';
import type { Caller } from './caller';
import type { DeployedFunction } from './catalog';
import type { LogLevel } from './worker/protocol';

/** One request that a running function sent to the gateway. */
export interface GatewayCall {
  action: string;
  subject: string;
  durationMs: number;
  error?: string;
}

/** One run of a function and everything that is known of it. */
export interface Invocation {
  id: string;
  /** Proves to the gateway on whose behalf a request comes. */
  token: string;
  function: DeployedFunction;
  caller: Caller;
  /** By the cloud's clock. */
  startedAt: number;
  durationMs?: number;
  event: string;
  result?: string;
  error?: string;
  logs: { level: LogLevel; text: string }[];
  calls: GatewayCall[];
  roundTrips: number;
  openTransactions: Set<string>;
}

const REMEMBERED_TOKENS = 5000;
/** The platform freezes an instance when its function returns; this is the grace for requests on their way. */
const FREEZE_AFTER_MS = 100;

/** Which token belongs to which run, while it runs and for a while after. */
export class InvocationTokens {
  private readonly invocations = new Map<string, Invocation>();
  private readonly frozen = new Set<string>();

  /** A token for a new run. */
  issue(): string {
    return randomUUID();
  }

  open(invocation: Invocation): void {
    this.invocations.set(invocation.token, invocation);
  }

  /** After a moment of grace the run may not call the gateway any more. */
  close(invocation: Invocation): void {
    setTimeout(() => {
      this.frozen.add(invocation.token);
      this.forgetOldest();
    }, FREEZE_AFTER_MS).unref();
  }

  find(token: string): Invocation | undefined {
    return this.invocations.get(token);
  }

  isFrozen(token: string): boolean {
    return this.frozen.has(token);
  }

  private forgetOldest(): void {
    for (const token of this.frozen) {
      if (this.frozen.size <= REMEMBERED_TOKENS) return;
      this.frozen.delete(token);
      this.invocations.delete(token);
    }
  }
}
