import type { Invocation } from '../functions/invocation';

/** One request to `POST /admin`, with the run it belongs to when a function sent it. */
export interface ActionRequest {
  action: string;
  params: Record<string, unknown>;
  /** Undefined for a program outside that uses a server SDK: it has the environment's own rights. */
  invocation: Invocation | undefined;
}

/** An action's answer: fields beside `requestId`, or raw bytes for the two multipart actions. */
export type ActionAnswer = { fields: Record<string, unknown> } | { bytes: Buffer | string };

/** One entry of the action table. */
export type Action = (request: ActionRequest) => Promise<ActionAnswer> | ActionAnswer;

/** A text parameter; empty when it is missing. */
export function textOf(params: Record<string, unknown>, name: string): string {
  const value = params[name];
  return typeof value === 'string' ? value : '';
}
