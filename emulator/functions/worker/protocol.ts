/** What the host sends to a function instance: one invocation. */
export interface InvokeMessage {
  environment: Record<string, string>;
  /** The event as JSON text. */
  event: string;
  context: Record<string, unknown>;
  /** How far the cloud's clock is ahead of real time. */
  aheadMs: number;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** What an instance sends back: any number of logs, `loaded` once its module stands, then one outcome. */
export type InstanceMessage =
  | { type: 'log'; level: LogLevel; text: string }
  | { type: 'loaded' }
  | { type: 'done'; result: string }
  | { type: 'failed'; stack: string };
